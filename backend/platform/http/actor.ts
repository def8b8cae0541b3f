// Who makes a request.
import type { Scope } from '../../../shared/contract/scopes.ts'

/**
 * `key` is the API key that the request came with, none for a signed-in person, who has a session in its place; `address`
 * is where it came from, for the audit log.
 */
export type Actor = {
  userId: string
  workspaceId: string
  sessionId?: string
  key?: { id: string; scopes: Scope[] }
  address?: string
}

/** Resolves a bearer token to an actor; throws `Problem('unauthorized')` with the reason. */
export type Authenticate = (token: string) => Promise<Actor>
