// Makes the random tokens that people and programs hold, and the hashes that are kept of them.
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits in base64url: 43 characters. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** What is stored instead of the token. A slow hash would be of no use: nobody guesses 256 bits. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Looks as random as the others to everybody without `secret`, and is the same for the same `parts`. */
export const derivedToken = (secret: string, parts: string[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
