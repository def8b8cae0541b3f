// What the Google slice can do, put together from its parts.
import type * as z from 'zod'
import type {
  AuthorizeQuery,
  CallbackQuery,
  Disconnected,
  GoogleAuthorization,
  GoogleConnection,
} from '../../shared/contract/google-schemas.ts'
import type { Config } from '../config.ts'
import { createVerifyIdentity } from '../platform/google/identity-token.ts'
import { oauthAddresses } from '../platform/google/oauth-addresses.ts'
import type { Actor } from '../platform/http/actor.ts'
import { createAccessTokenOf } from './access-tokens.ts'
import { createGoogleFor, type GoogleFor, listConnections } from './connections.ts'
import { disconnect, disconnectAll } from './disconnect.ts'
import { type Finished, finishAuthorization } from './finish-authorization.ts'
import type { GoogleParts } from './parts.ts'
import { type StartOptions, startAuthorization } from './start-authorization.ts'

export type Google = {
  start(actor: Actor, query: z.infer<typeof AuthorizeQuery>, options: StartOptions): Promise<GoogleAuthorization>
  finish(query: CallbackQuery, address: string | undefined): Promise<Finished>
  list(actor: Actor): Promise<{ items: GoogleConnection[]; next_cursor: null }>
  disconnect(actor: Actor, id: string): Promise<Disconnected>
  disconnectAll(actor: Actor): Promise<void>
  googleFor: GoogleFor
}

type Options = { config: Config['google'] } & Pick<GoogleParts, 'sql' | 'box' | 'onAnswer'>

export function createGoogle({ config, sql, box, onAnswer }: Options): Google {
  const addresses = oauthAddresses(config.apiRoot)
  const verifyIdentity = createVerifyIdentity({ keysUrl: addresses.keys, clientId: config.client?.id ?? '' })
  const parts: GoogleParts = { sql, box, client: config.client, addresses, verifyIdentity, onAnswer }
  return {
    start: (actor, query, options) => startAuthorization(parts, actor, query, options),
    finish: (query, address) => finishAuthorization(parts, query, address),
    list: (actor) => listConnections(parts, actor),
    disconnect: (actor, id) => disconnect(parts, actor, id),
    disconnectAll: (actor) => disconnectAll(parts, actor),
    googleFor: createGoogleFor({ ...parts, accessTokenOf: createAccessTokenOf(parts), apiRoot: config.apiRoot }),
  }
}
