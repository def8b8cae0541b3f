// HTTP of the MCP server: who may come in, and where a client finds out how to sign in.
import { type Request, Router } from 'express'
import { operations } from '../../shared/contract/operations.ts'
import { basePath } from '../../shared/contract/routes.ts'
import { scopes } from '../../shared/contract/scopes.ts'
import type { Config } from '../config.ts'
import type { Actor } from '../platform/http/actor.ts'
import { admitCaller } from '../platform/http/admit.ts'
import { jsonBody } from '../platform/http/body.ts'
import { Problem } from '../platform/problem.ts'
import { demandOrigin } from './origins.ts'
import { type McpParts, serveMcp } from './serve.ts'

const path = '/mcp'
const metadataPath = '/.well-known/oauth-protected-resource'

/** Where people and programs reach this server; in production that is configured, and the header not believed. */
export const ownAddress = (req: Request, { publicUrl }: Config) => publicUrl ?? `${req.protocol}://${req.get('host')}`

/** Says with the refusal where a client finds out how to get a token: at the root of the host, whatever the path (RFC 9728). */
function withMetadata(error: unknown, address: string, wasShown: boolean): unknown {
  if (!(error instanceof Problem) || error.code !== 'unauthorized') return error
  const { origin, pathname } = new URL(`${address}${basePath}${path}`)
  const why = wasShown ? ' error="invalid_token",' : ''
  const challenge = `Bearer realm="tablewright",${why} resource_metadata="${origin}${metadataPath}${pathname}"`
  return new Problem('unauthorized', error.detail, { headers: { ...error.headers, 'WWW-Authenticate': challenge } })
}

/** Throws `unauthorized` for a token that was made for another address: whoever has that one could use it here. */
function demandAudience(actor: Actor, resource: string): Actor {
  const { key } = actor
  if (key?.resource === undefined || key.resource === resource) return actor
  throw new Problem('unauthorized', `This token is for ${key.resource} only. Connect here anew.`)
}

/** Goes under the API's base path. */
export function mcpRouter(parts: McpParts, config: Config): Router {
  const router = Router()
  const parseBody = jsonBody(operations.sendMessage)
  router.post(path, async (req, res) => {
    demandOrigin(req.get('origin'), config)
    const address = ownAddress(req, config)
    const actor = await admitCaller(req, res)
      .then((caller) => demandAudience(caller, `${address}${basePath}${path}`))
      .catch((error: unknown) => {
        throw withMetadata(error, address, req.headers.authorization !== undefined)
      })
    await new Promise<void>((resolve, reject) => {
      parseBody(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
    })
    // One request, one call: a list of them would pass the limits as one.
    if (Array.isArray(req.body)) throw new Problem('invalid_request', 'Send one JSON-RPC message at a time.')
    await serveMcp(parts, actor, { req, res, body: req.body })
  })
  // There is no session to be listened to or ended: every request stands for itself.
  for (const method of ['get', 'delete'] as const)
    router[method](path, () => {
      throw new Problem('method_not_allowed', 'Use POST: this MCP server keeps no sessions.', {
        headers: { Allow: 'POST, OPTIONS' },
      })
    })
  return router
}

/** Goes at the root of the server. */
export function mcpMetadataRouter(config: Config): Router {
  const router = Router()
  router.get(`${metadataPath}{/*path}`, (req, res) => {
    const address = ownAddress(req, config)
    res.json({
      resource: `${address}${basePath}${path}`,
      resource_name: 'Tablewright',
      authorization_servers: [address],
      scopes_supported: scopes,
      bearer_methods_supported: ['header'],
    })
  })
  return router
}
