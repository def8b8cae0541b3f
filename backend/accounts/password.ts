// Hashes and checks passwords with bcrypt.
import bcrypt from 'bcrypt'
import { Problem } from '../platform/problem.ts'
import { demandStrongPassword, type PasswordOwner } from './weak-password.ts'

/** bcrypt reads no further than this: two passwords that differ only after it would be the same. */
const maxBytes = 72

/** Salt and hash of a password that nobody knows; any cost can stand before it. */
const decoy = 'V.skJU699u2Inu9udBhn3eI4vtlDp.Qbgn7ZSoBYfeiRDXNY.99Ma'

/** One letter is written in two ways by different keyboards: é as one character, or as e and an accent. */
const normal = (password: string) => password.normalize('NFC')

const isTooLong = (password: string) => Buffer.byteLength(normal(password)) > maxBytes

/** Throws `invalid_request` when bcrypt would cut the password off, `password_weak` when it is easy to guess. */
export async function demandGoodPassword(password: string, owner: PasswordOwner): Promise<void> {
  if (isTooLong(password))
    throw new Problem('invalid_request', `The password is longer than ${maxBytes} bytes. Choose a shorter one.`)
  await demandStrongPassword(password, owner)
}

export type Passwords = {
  /** Of a password that `demandGoodPassword` let through. */
  hash(password: string): Promise<string>
  /** Takes as long for an account that does not exist (`hash` undefined), so that nobody can ask which e-mails have one. */
  check(password: string, hash: string | undefined): Promise<boolean>
}

/** Each step of `cost` doubles the time; 12 is about a quarter of a second on the machines of today. */
export function createPasswords(cost: number): Passwords {
  const nobodys = `$2b$${String(cost).padStart(2, '0')}$${decoy}`
  return {
    hash: (password) => bcrypt.hash(normal(password), cost),
    async check(password, hash) {
      const matches = await bcrypt.compare(normal(password), hash ?? nobodys)
      return matches && hash !== undefined && !isTooLong(password)
    },
  }
}
