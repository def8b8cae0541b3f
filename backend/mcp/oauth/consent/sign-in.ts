// Proves on the consent page who somebody is, and leaves no session behind.
import type { Accounts } from '../../../accounts/accounts.ts'
import { login } from '../../../accounts/login.ts'
import { logout } from '../../../accounts/logout.ts'
import type { Actor } from '../../../platform/http/actor.ts'

/** Throws `wrong_credentials` and `too_many_requests`, as signing in does. */
export async function proveIdentity(
  accounts: Accounts,
  { email, password }: { email: string; password: string },
  address: string,
): Promise<Actor> {
  const { access_token } = await login(accounts, { email, password, refresh: false }, address)
  const actor = { ...(await accounts.authenticate(access_token)), address }
  await logout(accounts.sql, actor)
  return actor
}
