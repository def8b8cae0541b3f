// HTTP of the OAuth server for AI clients: what it is, registration, the consent page, and tokens.
import { json, type Request, type RequestHandler, type Response, Router, urlencoded } from 'express'
import { basePath } from '../../../shared/contract/routes.ts'
import { scopes } from '../../../shared/contract/scopes.ts'
import type { Accounts } from '../../accounts/accounts.ts'
import { cleanText } from '../../platform/clean-text.ts'
import { admitAnybody } from '../../platform/http/admit.ts'
import { Problem } from '../../platform/problem.ts'
import { type Asked, answerAddress, makeCode, type Recipient, readDemand, readRecipient } from './authorize.ts'
import { createClientIds } from './client-id.ts'
import { consentPage, consentPolicy, refusedPage } from './consent-page.ts'
import { giveTokens, takeBack } from './give-tokens.ts'
import { errorBody, OAuthError } from './oauth-error.ts'
import { proveIdentity } from './sign-in.ts'

export type OAuthOptions = {
  accounts: Accounts
  /** What client ids are signed with: the first signs, all are accepted. */
  secrets: string[]
  /** Of this server, as clients reach it. */
  addressOf: (req: Request) => string
  /** Counts requests, as in front of the API. */
  door: RequestHandler
}

const plain = { 'Cache-Control': 'no-store' }

const grantTypes = ['authorization_code', 'refresh_token']

function showPage(res: Response, status: number, html: string, redirectUri?: string): void {
  const policy = { 'Content-Security-Policy': consentPolicy(redirectUri), 'Referrer-Policy': 'no-referrer' }
  res
    .status(status)
    .set({ ...plain, ...policy })
    .type('html')
    .send(html)
}

/** The fields of a form as texts; one that came twice counts as none. */
const fieldsOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, cleanText(value)]] : [],
    ),
  )

export function oauthRouter({ accounts, secrets, addressOf, door }: OAuthOptions): Router {
  const router = Router()
  const ids = createClientIds(secrets)
  const days = Math.round(accounts.refreshLifetime / 86_400)
  const resourceOf = (req: Request) => `${addressOf(req)}${basePath}/mcp`

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

  router.use('/oauth', door)

  /** Answers JSON, and errors as OAuth has them. */
  const answer =
    (status: number, work: (req: Request) => object | Promise<object>): RequestHandler =>
    async (req, res) => {
      await admitAnybody(req, res)
      res.set(plain)
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

  /** The address to go back to with a refusal, where that is allowed; else a page. */
  const refuse = (req: Request, res: Response, error: unknown, recipient: Recipient | undefined): void => {
    if (!(error instanceof OAuthError)) throw error
    if (!recipient) showPage(res, 400, refusedPage(error.message))
    else res.set(plain).redirect(303, answerAddress(recipient, addressOf(req), errorBody(error)))
  }

  const consent =
    (
      fieldsIn: (req: Request) => Record<string, string>,
      act: (
        req: Request,
        res: Response,
        demand: ReturnType<typeof readDemand>,
        form: { asked: Asked; fields: Record<string, string> },
      ) => Promise<void> | void,
    ): RequestHandler =>
    async (req, res) => {
      await admitAnybody(req, res)
      let recipient: Recipient | undefined
      try {
        const fields = fieldsIn(req)
        const read = readRecipient(ids, fields)
        recipient = read.recipient
        await act(req, res, readDemand(recipient, read.asked, resourceOf(req)), { asked: read.asked, fields })
      } catch (error) {
        refuse(req, res, error, recipient)
      }
    }

  router.get(
    '/oauth/authorize',
    consent(
      (req) => fieldsOf(req.query),
      (_req, res, demand, { asked }) => showPage(res, 200, consentPage(demand, asked, { days }), demand.redirect_uri),
    ),
  )

  router.post(
    '/oauth/authorize',
    urlencoded({ extended: false, limit: 30_000 }),
    consent(
      (req) => fieldsOf(req.body),
      async (req, res, demand, { asked, fields }) => {
        const { decision, email = '', password = '' } = fields
        if (decision !== 'allow') throw new OAuthError('access_denied', 'The person declined.')
        try {
          const actor = await proveIdentity(accounts, { email, password }, req.ip ?? '')
          const code = await makeCode(accounts.sql, demand, actor)
          res.set(plain).redirect(303, answerAddress(demand, addressOf(req), { code }))
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          const status = error.code === 'too_many_requests' ? 429 : 401
          if (status === 429) res.set(error.headers)
          showPage(res, status, consentPage(demand, asked, { days, email, fault: error.detail }), demand.redirect_uri)
        }
      },
    ),
  )
  return router
}
