// HTTP of the consent page for AI clients: a person signs in, sees what the client wants, and lets it in or not.
import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express'
import { problems } from '../../../../shared/contract/problems.ts'
import type { Accounts } from '../../../accounts/accounts.ts'
import { admitAnybody } from '../../../platform/http/admit.ts'
import { Problem } from '../../../platform/problem.ts'
import {
  type Asked,
  answerAddress,
  type Demand,
  makeCode,
  type Recipient,
  readDemand,
  readRecipient,
} from '../authorize.ts'
import type { ClientIds } from '../client-id.ts'
import { fieldsOf, notKept, resourceAt } from '../form.ts'
import { errorBody, OAuthError } from '../oauth-error.ts'
import type { GoogleSignIn, Person } from './google-sign-in.ts'
import { consentPage, consentPolicy, refusedPage, type Showing } from './page.ts'
import { proveIdentity } from './sign-in.ts'

export type ConsentOptions = {
  accounts: Accounts
  ids: ClientIds
  /** Null: people sign in with their passwords only. */
  google: GoogleSignIn | null
  /** Of this server, as clients reach it. */
  addressOf: (req: Request) => string
}

/** Of a request that is sound. */
type Consent = { req: Request; res: Response; demand: Demand; asked: Asked }

export function consentRouter({ accounts, ids, google, addressOf }: ConsentOptions): Router {
  const router = Router()
  const days = Math.round(accounts.refreshLifetime / 86_400)
  const googleUri = (req: Request) => `${addressOf(req)}/oauth/google`

  const sendPage = (res: Response, status: number, html: string, redirectUri?: string) => {
    const policy = consentPolicy(redirectUri, google?.origin)
    res
      .status(status)
      .set({ ...notKept, 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' })
      .type('html')
      .send(html)
  }

  const show = ({ res, demand, asked }: Consent, status: number, showing: Omit<Showing, 'days' | 'google'> = {}) =>
    sendPage(
      res,
      status,
      consentPage(demand, asked, { days, google: google !== null, ...showing }),
      demand.redirect_uri,
    )

  /** Shows the page again with what went wrong for the person. */
  const showFault = (consent: Consent, error: unknown, email?: string) => {
    if (!(error instanceof Problem)) throw error
    const status = error.code === 'wrong_credentials' ? 401 : problems[error.code].status
    show(consent, status, { fault: error.detail, ...(email === undefined ? {} : { email }) })
  }

  /** Acts on a request that names a client and what it wants. The client is told what is wrong with it, where that is allowed. */
  const consider = async (
    { req, res }: Pick<Consent, 'req' | 'res'>,
    fields: unknown,
    act: (consent: Consent) => Promise<void> | void,
  ): Promise<void> => {
    let recipient: Recipient | undefined
    try {
      const read = readRecipient(ids, fields)
      recipient = read.recipient
      const demand = readDemand(recipient, read.asked, resourceAt(addressOf(req)))
      await act({ req, res, demand, asked: read.asked })
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      if (!recipient) return sendPage(res, 400, refusedPage(error.message))
      res.set(notKept).redirect(303, answerAddress(recipient, addressOf(req), errorBody(error)))
    }
  }

  const counted =
    (work: (req: Request, res: Response) => Promise<void>): RequestHandler =>
    async (req, res) => {
      await admitAnybody(req, res)
      await work(req, res)
    }

  const letIn = async ({ req, res, demand }: Consent, person: Person): Promise<void> => {
    const code = await makeCode(accounts.sql, demand, person)
    res.set(notKept).redirect(303, answerAddress(demand, addressOf(req), { code }))
  }

  const byTicket = async (consent: Consent, ticket: string): Promise<void> => {
    const person = (await google?.check(ticket, consent.asked)) ?? null
    if (person) await letIn(consent, person)
    else show(consent, 401, { fault: 'That was too long ago. Sign in again.' })
  }

  const byPassword = async (consent: Consent, { email = '', password = '' }: Record<string, string>): Promise<void> => {
    let person: Person
    try {
      person = await proveIdentity(accounts, { email, password }, consent.req.ip ?? '')
    } catch (error) {
      return showFault(consent, error, email)
    }
    await letIn(consent, person)
  }

  router.get(
    '/oauth/authorize',
    counted((req, res) => consider({ req, res }, fieldsOf(req.query), (consent) => show(consent, 200))),
  )

  router.post(
    '/oauth/authorize',
    urlencoded({ extended: false, limit: 30_000 }),
    counted((req, res) => {
      const fields = fieldsOf(req.body)
      return consider({ req, res }, fields, async (consent) => {
        if (fields.decision === 'google' && google)
          res.set(notKept).redirect(303, await google.start(consent.asked, googleUri(req)))
        else if (fields.decision !== 'allow') throw new OAuthError('access_denied', 'The person declined.')
        else if (fields.ticket !== undefined) await byTicket(consent, fields.ticket)
        else await byPassword(consent, fields)
      })
    }),
  )

  if (!google) return router
  // Who comes from Google is known, and has agreed to nothing yet: a link to Google's page may have been somebody else's.
  router.get(
    '/oauth/google',
    counted(async (req, res) => {
      const query = fieldsOf(req.query)
      const begun = await google.open(query.state ?? '')
      if (!begun)
        return sendPage(res, 400, refusedPage('This link is too old, or was changed. Let the program connect anew.'))
      await consider({ req, res }, begun.asked, async (consent) => {
        try {
          show(consent, 200, { signedIn: await google.finish(begun, query, googleUri(req)) })
        } catch (error) {
          showFault(consent, error)
        }
      })
    }),
  )
  return router
}
