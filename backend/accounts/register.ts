// Creates an account with e-mail and password, and its personal workspace.
import type { RegisterBody, Session } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import type { AccessTokens } from './access-token.ts'
import { hashPassword } from './password.ts'
import { startSession } from './start-session.ts'
import { findUser, insertPasswordUser, insertPersonalWorkspace } from './store.ts'

/** Throws `Problem('email_taken')` and `Problem('invalid_request')` for a password that is too long. */
export async function register(parts: { sql: Sql; tokens: AccessTokens }, body: RegisterBody): Promise<Session> {
  const passwordHash = await hashPassword(body.password)
  const name = body.name?.trim() ?? ''
  const user = await parts.sql.begin(async (tx) => {
    const id = await insertPasswordUser(tx, { email: body.email, name, passwordHash })
    if (!id) throw new Problem('email_taken', 'Sign in with its password, or use another e-mail address.')
    await insertPersonalWorkspace(tx, id, name || body.email)
    return await findUser(tx, id)
  })
  if (!user) throw new Error('the user that was just made is not there')
  return startSession(parts.tokens, user)
}
