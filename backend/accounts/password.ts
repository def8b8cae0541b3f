// Hashes and checks passwords with bcrypt.
import bcrypt from 'bcrypt'
import { Problem } from '../platform/problem.ts'

/** About a quarter of a second on the machines of today. */
const cost = 12

/** bcrypt reads no further than this: two passwords that differ only after it would be the same. */
const maxBytes = 72

const isTooLong = (password: string) => Buffer.byteLength(password) > maxBytes

/** Throws `Problem('invalid_request')` when bcrypt would cut the password off. */
export async function hashPassword(password: string): Promise<string> {
  if (isTooLong(password))
    throw new Problem('invalid_request', `The password is longer than ${maxBytes} bytes. Choose a shorter one.`)
  return await bcrypt.hash(password, cost)
}

let decoy: Promise<string> | undefined

/** Takes as long for an account that does not exist (`hash` undefined), so that nobody can ask which e-mails have one. */
export async function checkPassword(password: string, hash: string | undefined): Promise<boolean> {
  decoy ??= bcrypt.hash('no password of anybody', cost)
  const matches = await bcrypt.compare(password, hash ?? (await decoy))
  return matches && hash !== undefined && !isTooLong(password)
}
