// Makes the answer to every way of signing in.
import type { Session, User } from '../../shared/contract/schemas.ts'
import { type AccessTokens, tokenLifetime } from './access-token.ts'

export function startSession(tokens: AccessTokens, user: User): Session {
  return {
    access_token: tokens.issue({ userId: user.id, workspaceId: user.workspace_id }),
    token_type: 'Bearer',
    expires_in: tokenLifetime,
    user,
  }
}
