// Who makes a request.
import type { Scope } from '../../../shared/contract/scopes.ts'

/**
 * `key` is the API key that the request came with, none for a signed-in person, who has a session in its place; with a
 * `resource` it is good at that address only. `address`
 * is where it came from, for the audit log. `operationId` is that of a write with an Idempotency-Key: what the audit log says
 * of it, it is known to have done.
 */
export type Actor = {
  userId: string
  workspaceId: string
  sessionId?: string
  key?: { id: string; scopes: Scope[]; resource?: string }
  address?: string
  operationId?: string | undefined
}

/** Resolves a bearer token to an actor; throws `Problem('unauthorized')` with the reason. */
export type Authenticate = (token: string) => Promise<Actor>
