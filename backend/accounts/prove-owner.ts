// Makes sure that whoever is signed in is the owner of the account: a session that was left open is not enough.
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getMe } from './get-me.ts'
import type { VerifyGoogle } from './google-identity.ts'
import type { Passwords } from './password.ts'
import { findGoogleSub, findPasswordHash } from './store.ts'
import type { Tries } from './tries.ts'

type Parts = { sql: Sql; passwords: Passwords; tries: Tries; verifyGoogle: VerifyGoogle }

/**
 * By the account's password, or by an identity token of the Google account that is linked to it. Throws `wrong_password`,
 * `identity_refused`, `too_many_requests`.
 */
export async function proveOwner(
  { sql, passwords, tries, verifyGoogle }: Parts,
  actor: Actor,
  { password, id_token: token }: { password?: string | undefined; id_token?: string | undefined },
): Promise<void> {
  const { userId, address = '' } = actor
  const { email } = await getMe(sql, actor)
  if (password !== undefined) {
    await tries.take(address, email)
    if (!(await passwords.check(password, await findPasswordHash(sql, userId))))
      throw new Problem('wrong_password', 'This is not the account’s password. If it is forgotten, reset it.')
    await tries.clear(address, email)
    return
  }
  if (token === undefined)
    throw new Problem(
      'wrong_password',
      'Send the account’s password as “password”, or a Google identity token as “id_token”.',
    )
  const { sub } = await verifyGoogle(token)
  if (sub !== (await findGoogleSub(sql, userId)))
    throw new Problem('identity_refused', 'This is another Google account than the one that is linked to this account.')
}
