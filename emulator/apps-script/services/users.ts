// User: a person as Session, Protection and Spreadsheet hand them out.
import { instance, string } from '../arguments.ts'
import { defineKind, Handle, type Methods, make } from '../service.ts'

const UserKind = defineKind<{ email: string }>('Session.User')
Object.assign(UserKind.methods, {
  getEmail: ({ email }) => email,
  getUserLoginId: ({ email }) => email,
  toString: ({ email }: { email: string }) => email,
} satisfies Methods<{ email: string }>)

export function userHandle(email: string): Handle {
  return make(UserKind, { email })
}

/** The address an argument names, be it text or a User. */
export function emailOf(value: unknown): string {
  return value instanceof Handle ? instance([value], 0, UserKind).email : string([value], 0)
}
