// HTTP of the OAuth server for AI clients: what it is, registration, and tokens.
import { json, type Request, type RequestHandler, Router, urlencoded } from 'express'
import { scopes } from '../../../shared/contract/scopes.ts'
import type { Accounts } from '../../accounts/accounts.ts'
import { admitAnybody } from '../../platform/http/admit.ts'
import type { ClientIds } from './client-id.ts'
import { fieldsOf, notKept, resourceAt } from './form.ts'
import { giveTokens, takeBack } from './give-tokens.ts'
import { errorBody, OAuthError } from './oauth-error.ts'

export type OAuthOptions = {
  accounts: Accounts
  ids: ClientIds
  /** Of this server, as clients reach it. */
  addressOf: (req: Request) => string
}

const grantTypes = ['authorization_code', 'refresh_token']

export function oauthRouter({ accounts, ids, addressOf }: OAuthOptions): Router {
  const router = Router()
  const resourceOf = (req: Request) => resourceAt(addressOf(req))

  router.get('/.well-known/oauth-authorization-server{/*path}', (req, res) => {
    const issuer = addressOf(req)
    res.json({
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/token`,
      registration_endpoint: `${issuer}/oauth/register`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      scopes_supported: scopes,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: grantTypes,
      token_endpoint_auth_methods_supported: ['none'],
      revocation_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    })
  })

  /** Answers JSON, and errors as OAuth has them. */
  const answer =
    (status: number, work: (req: Request) => object | Promise<object>): RequestHandler =>
    async (req, res) => {
      await admitAnybody(req, res)
      res.set(notKept)
      try {
        res.status(status).json(await work(req))
      } catch (error) {
        if (!(error instanceof OAuthError)) throw error
        res.status(error.error === 'invalid_client' ? 401 : 400).json(errorBody(error))
      }
    }

  router.post(
    '/oauth/register',
    json({ limit: 20_000 }),
    answer(201, (req) => {
      const { id, name, redirect_uris } = ids.register(req.body)
      return {
        client_id: id,
        client_name: name,
        redirect_uris,
        grant_types: grantTypes,
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      }
    }),
  )

  router.post(
    '/oauth/token',
    urlencoded({ extended: false, limit: 20_000 }),
    answer(200, (req) => giveTokens(accounts, fieldsOf(req.body), { address: req.ip, resource: resourceOf(req) })),
  )

  router.post(
    '/oauth/revoke',
    urlencoded({ extended: false, limit: 20_000 }),
    answer(200, (req) => takeBack(accounts, fieldsOf(req.body), req.ip)),
  )

  return router
}
