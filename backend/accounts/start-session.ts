// Begins a session, and makes the answer to every way of signing in.
import type { Session, User } from '../../shared/contract/account-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Transaction } from '../platform/database/connect.ts'
import { type AccessTokens, tokenLifetime } from './access-token.ts'
import { hashToken, randomToken } from './secret-token.ts'
import { insertRefreshToken, insertSession } from './session-store.ts'

/** `refreshLifetime` in seconds. */
export type SessionParts = { tokens: AccessTokens; refreshLifetime: number }

/** How somebody signs in: `address` is where from, `refresh` whether they want a refresh token. */
export type SignIn = { address: string; refresh: boolean }

/** Without a refresh token the session ends with its access token. */
export async function startSession(
  tx: Transaction,
  parts: SessionParts,
  user: User,
  { address, refresh }: SignIn,
): Promise<Session> {
  const actor = { userId: user.id, workspaceId: user.workspace_id, address }
  const sessionId = await insertSession(tx, actor, refresh ? parts.refreshLifetime : tokenLifetime)
  const refreshToken = refresh ? randomToken() : undefined
  if (refreshToken !== undefined)
    await insertRefreshToken(
      tx,
      { workspaceId: user.workspace_id, sessionId },
      hashToken(refreshToken),
      parts.refreshLifetime,
    )
  await recordAudit(tx, actor, 'session.start', { type: 'session', id: sessionId })
  return sessionAnswer(parts, user, sessionId, refreshToken)
}

export function sessionAnswer(
  { tokens, refreshLifetime }: SessionParts,
  user: User,
  sessionId: string,
  refreshToken: string | undefined,
): Session {
  return {
    access_token: tokens.issue({ userId: user.id, workspaceId: user.workspace_id, sessionId }),
    token_type: 'Bearer',
    expires_in: tokenLifetime,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken, refresh_expires_in: refreshLifetime }),
    user,
  }
}
