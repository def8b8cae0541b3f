// Who makes a request: worked out once from the bearer token, asked for by every operation that is not open.
import type { NextFunction, Request, Response } from 'express'
import type { Scope } from '../../../shared/contract/scopes.ts'
import { Problem } from '../problem.ts'

/**
 * `key` is the API key that the request came with, none for a signed-in person; `address` is where it came from, for the audit log.
 */
export type Actor = {
  userId: string
  workspaceId: string
  key?: { id: string; scopes: Scope[] }
  address?: string
}

/** Resolves a bearer token to an actor; throws `Problem('unauthorized')` with the reason. */
export type Authenticate = (token: string) => Promise<Actor>

const verifiers = new WeakMap<Request, () => Promise<Actor>>()

/** Middleware for the whole API; nothing is checked until an operation asks. */
export const identify = (authenticate: Authenticate) => (req: Request, _res: Response, next: NextFunction) => {
  verifiers.set(req, async () => {
    const token = /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '')?.[1]
    if (!token)
      throw new Problem('unauthorized', 'This needs a sign-in: send the access token as “Authorization: Bearer …”.')
    const actor = await authenticate(token)
    return req.ip === undefined ? actor : { ...actor, address: req.ip }
  })
  next()
}

/** The actor of this request. Throws `Problem('unauthorized')`. */
export async function actorOf(req: Request): Promise<Actor> {
  const verify = verifiers.get(req)
  if (!verify) throw new Error('identify() is not in front of this router')
  return await verify()
}
