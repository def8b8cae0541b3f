// Signs in with e-mail and password.
import type { LoginBody, Session } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import type { AccessTokens } from './access-token.ts'
import type { LoginThrottle } from './login-throttle.ts'
import { checkPassword } from './password.ts'
import { startSession } from './start-session.ts'
import { findPasswordHash, findUser } from './store.ts'

type Parts = { sql: Sql; tokens: AccessTokens; throttle: LoginThrottle }

/** `address` is where the request comes from. Throws `Problem('wrong_credentials')` and `Problem('too_many_requests')`. */
export async function login(parts: Parts, body: LoginBody, address: string): Promise<Session> {
  const { sql, tokens, throttle } = parts
  throttle.take(address, body.email)
  const account = await findPasswordHash(sql, body.email.trim())
  const right = await checkPassword(body.password, account?.password_hash)
  const user = right && account ? await findUser(sql, account.id) : undefined
  if (!user)
    throw new Problem(
      'wrong_credentials',
      'Check both and try again. Someone who signs in with Google has no password here.',
    )
  throttle.clear(address, body.email)
  return startSession(tokens, user)
}
