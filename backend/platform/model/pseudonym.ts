// Names a person to a model's provider without saying who it is.
import { createHmac } from 'node:crypto'

/** The same person has the same name as long as `secret` is the same, and nobody without it can tell who is meant. */
export const createPseudonym =
  (secret: string) =>
  (userId: string): string =>
    createHmac('sha256', secret).update(`person at a model: ${userId}`).digest('base64url')
