// Creates an account with e-mail and password, and its personal workspace.
import type { RegisterBody, Session } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import type { Mails } from './mails.ts'
import { demandGoodPassword, type Passwords } from './password.ts'
import { type SessionParts, startSession } from './start-session.ts'
import { findUser, insertPasswordUser, insertPersonalWorkspace } from './store.ts'
import type { Tries } from './tries.ts'

type Parts = SessionParts & { sql: Sql; passwords: Passwords; tries: Tries; mails: Mails }

/** Throws `email_taken`, `password_weak`, `too_many_requests`, and `invalid_request` for a password that is too long. */
export async function register(parts: Parts, body: RegisterBody, address: string): Promise<Session> {
  const name = body.name?.trim() ?? ''
  await demandGoodPassword(body.password, { email: body.email, name })
  await parts.tries.takeAccount(address)
  const passwordHash = await parts.passwords.hash(body.password)
  const session = await parts.sql.begin(async (tx) => {
    const id = await insertPasswordUser(tx, { email: body.email, name, passwordHash })
    if (!id) throw new Problem('email_taken', 'Sign in with its password, or use another e-mail address.')
    await insertPersonalWorkspace(tx, id, name || body.email)
    const user = await findUser(tx, id)
    if (!user) throw new Error('the user that was just made is not there')
    await recordAudit(tx, { userId: id, workspaceId: user.workspace_id, address }, 'account.create')
    await parts.mails.send(tx, { kind: 'verify', email: user.email, userId: id })
    return await startSession(tx, parts, user, { address, refresh: body.refresh ?? true })
  })
  await parts.tries.clear(address, body.email)
  return session
}
