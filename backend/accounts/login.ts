// Signs in with e-mail and password.
import type { LoginBody, Session } from '../../shared/contract/account-schemas.ts'
import { type AuditedActor, recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import type { Passwords } from './password.ts'
import { type SessionParts, type SignIn, startSession } from './start-session.ts'
import { findByEmail, findUser, lockUser } from './store.ts'
import type { Tries } from './tries.ts'

type Parts = SessionParts & { sql: Sql; passwords: Passwords; tries: Tries }

/** `address` is where the request comes from. Throws `Problem('wrong_credentials')` and `Problem('too_many_requests')`. */
export async function login(parts: Parts, body: LoginBody, address: string): Promise<Session> {
  const { sql, tries } = parts
  const email = body.email.trim()
  await tries.take(address, email)
  const account = await findByEmail(sql, email)
  const right = await parts.passwords.check(body.password, account?.password_hash)
  const session = right && account ? await begin(parts, account.id, { address, refresh: body.refresh ?? true }) : null
  if (account && !session) noteRefusal(sql, { userId: account.id, workspaceId: account.workspace_id, address })
  if (!session)
    throw new Problem(
      'wrong_credentials',
      'Check both and try again. Someone who signs in with Google has no password here.',
    )
  await tries.clear(address, email)
  return session
}

async function begin(parts: Parts, userId: string, signIn: SignIn): Promise<Session | null> {
  return await parts.sql.begin(async (tx) => {
    // Deleted while the password was checked.
    if (!(await lockUser(tx, userId))) return null
    const user = await findUser(tx, userId)
    return user ? await startSession(tx, parts, user, signIn) : null
  })
}

/** The answer does not wait for it, or it would take longer than for an e-mail that has no account. */
function noteRefusal(sql: Sql, actor: AuditedActor): void {
  sql.begin((tx) => recordAudit(tx, actor, 'session.refuse')).catch(() => {})
}
