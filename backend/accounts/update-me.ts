// Changes a person's name, e-mail or password.
import type { User, UserBody } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { matchesEtag } from '../platform/http/etag.ts'
import { Problem } from '../platform/problem.ts'
import { demandUser } from './demand-user.ts'
import { getMe } from './get-me.ts'
import type { Mails } from './mails.ts'
import { demandGoodPassword, type Passwords } from './password.ts'
import { deleteSessions } from './session-store.ts'
import { findByEmail, findPasswordHash, type UserChange, updateUser } from './store.ts'
import { orTaken } from './taken.ts'
import { demandMail, type Tries } from './tries.ts'

type Parts = { sql: Sql; passwords: Passwords; tries: Tries; mails: Mails }

/**
 * A new e-mail only waits: it becomes the account's when its link is opened. A new password ends all other sessions; API
 * keys go on. Throws `stale`, `wrong_password`, `password_missing`, `password_weak`, `email_taken`,
 * `mail_not_configured`, `too_many_requests`.
 */
export async function updateMe(parts: Parts, actor: Actor, body: UserBody, ifMatch: string | undefined): Promise<User> {
  const { sql, mails } = parts
  const before = await getMe(sql, actor)
  if (!matchesEtag(ifMatch, before.updated_at)) throw stale()
  const email = body.email !== undefined && body.email !== before.email ? body.email : undefined
  if (email !== undefined) mails.demand()
  if (body.password !== undefined)
    await demandGoodPassword(body.password, { email: before.email, name: body.name ?? before.name })
  const proven =
    email !== undefined || body.password !== undefined ? await provePassword(parts, actor, before, body) : undefined
  const passwordHash = body.password === undefined ? undefined : await parts.passwords.hash(body.password)
  if (email !== undefined) await demandMail(parts.tries, email)

  return await sql.begin(async (tx) => {
    await demandUser(tx, actor.userId)
    const user = await getMe(tx, actor)
    if (!matchesEtag(ifMatch, user.updated_at)) throw stale()
    // Changed at the same moment by somebody else, who may have meant to shut this one out.
    if (proven !== undefined && (await findPasswordHash(tx, actor.userId)) !== proven.hash) throw wrongPassword()
    const change: UserChange = {
      ...(body.name === undefined ? {} : { name: body.name.trim() }),
      ...(email === undefined ? {} : { pending_email: email }),
      ...(body.email === user.email ? { pending_email: null } : {}),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
    }
    if (Object.keys(change).length === 0) return user
    if (email !== undefined) await demandFree(tx, email, actor.userId)
    await orTaken('email_taken', () => updateUser(tx, actor.userId, change))
    await recordAudit(tx, actor, 'account.update')
    if (passwordHash !== undefined) {
      await deleteSessions(tx, actor, actor.sessionId ?? null)
      await recordAudit(tx, actor, 'password.set')
      if (user.email_verified) await mails.send(tx, { kind: 'password-changed', email: user.email })
    }
    if (email !== undefined) await mails.send(tx, { kind: 'verify', email, userId: actor.userId })
    return await getMe(tx, actor)
  })
}

const stale = () => new Problem('stale', 'Your account was changed meanwhile. Read it again, then change it.')

const wrongPassword = () =>
  new Problem('wrong_password', 'Send the password until now as “current_password”. If it is forgotten, reset it.')

/** The hash that the password was proven against; undefined for an account that has none and gets its first one. */
async function provePassword(
  { sql, passwords, tries }: Parts,
  { userId, address = '' }: Actor,
  user: User,
  body: UserBody,
): Promise<{ hash: string | undefined }> {
  const hash = await findPasswordHash(sql, userId)
  if (hash === undefined && body.email !== undefined && body.email !== user.email)
    throw new Problem(
      'password_missing',
      'Its e-mail comes from Google. Set a password first; then it can have another.',
    )
  if (hash === undefined) return { hash }
  if (body.current_password === undefined) throw wrongPassword()
  await tries.take(address, user.email)
  if (!(await passwords.check(body.current_password, hash))) throw wrongPassword()
  await tries.clear(address, user.email)
  return { hash }
}

/** Told at once, and not only when the link is opened. */
async function demandFree(tx: Transaction, email: string, userId: string): Promise<void> {
  const other = await findByEmail(tx, email)
  if (other && other.id !== userId)
    throw new Problem('email_taken', 'Another account has this e-mail address. Sign in to that one, or use another.')
}
