// HTTP of the accounts, and of the pages that links in mails lead to.
import { type Request, type Response, Router, urlencoded } from 'express'
import type { User } from '../../shared/contract/account-schemas.ts'
import { problems } from '../../shared/contract/problems.ts'
import { cleanText } from '../platform/clean-text.ts'
import { etagOf } from '../platform/http/etag.ts'
import { idempotencyKeyOf } from '../platform/http/keyed-request.ts'
import { mount } from '../platform/http/mount.ts'
import { pagePolicy } from '../platform/http/plain-page.ts'
import { Problem } from '../platform/problem.ts'
import type { Accounts } from './accounts.ts'
import { pagePaths } from './compose-mail.ts'
import { getMe } from './get-me.ts'
import { createKey, deleteKey, keyLost, listKeys } from './keys.ts'
import { linkGoogle, unlinkGoogle } from './link-google.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { donePage, failedPage, formPage } from './pages.ts'
import { refreshSession } from './refresh-session.ts'
import { register } from './register.ts'
import { forgotPassword, resetPassword } from './reset-password.ts'
import { signInWithGoogle } from './sign-in-with-google.ts'
import { updateMe } from './update-me.ts'
import { sendVerification, verifyEmail } from './verify-email.ts'

const addressOf = (req: Request): string => req.ip ?? ''

const tagged = (res: Response, user: User): User => {
  res.set('ETag', etagOf(user.updated_at))
  return user
}

export function accountsRouter(accounts: Accounts): Router {
  const { sql } = accounts
  const router = Router()
  mount(router, 'register', ({ body, req }) => register(accounts, body, addressOf(req)))
  mount(router, 'login', ({ body, req }) => login(accounts, body, addressOf(req)))
  mount(router, 'signInWithGoogle', ({ body, req }) => signInWithGoogle(accounts, body, addressOf(req)))
  mount(router, 'refreshSession', ({ body, req }) =>
    refreshSession(accounts, {
      ...{ token: body.refresh_token, address: addressOf(req) },
      key: idempotencyKeyOf(req) ?? undefined,
    }),
  )
  mount(router, 'logout', async ({ actor }) => {
    await logout(sql, actor)
    return undefined
  })
  mount(router, 'getMe', async ({ actor, res }) => tagged(res, await getMe(sql, actor)))
  mount(router, 'updateMe', async ({ actor, body, req, res }) =>
    tagged(res, await updateMe(accounts, actor, body, req.get('if-match'))),
  )
  mount(router, 'linkGoogle', async ({ actor, body, res }) =>
    tagged(res, await linkGoogle(accounts, actor, body.id_token)),
  )
  mount(router, 'unlinkGoogle', async ({ actor }) => {
    await unlinkGoogle(sql, actor)
    return undefined
  })
  mount(router, 'verifyEmail', async ({ body, req }) => {
    await verifyEmail(accounts, body.token, addressOf(req))
    return undefined
  })
  mount(router, 'sendVerification', async ({ actor }) => {
    await sendVerification(accounts, actor)
    return undefined
  })
  mount(router, 'forgotPassword', async ({ body, req }) => {
    await forgotPassword(accounts, body.email, addressOf(req))
    return undefined
  })
  mount(router, 'resetPassword', async ({ body, req }) => {
    await resetPassword(accounts, body, addressOf(req))
    return undefined
  })
  mount(router, 'listKeys', ({ actor }) => listKeys(sql, actor))
  mount(router, 'createKey', ({ actor, body }) => createKey(accounts, actor, body), {
    again: async (_, done) => {
      if (done?.subject) throw keyLost(done.subject.id)
      return null
    },
  })
  mount(router, 'deleteKey', async ({ actor, params }) => {
    await deleteKey(sql, actor, params.id)
    return undefined
  })
  return router
}

/** The pages stand beside the API, not in it. They are for people with nothing but a browser. */
export function accountPagesRouter(accounts: Accounts): Router {
  const router = Router()
  const show = (res: Response, status: number, html: string) => {
    res
      .status(status)
      .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': pagePolicy() })
      .type('html')
      .send(html)
  }
  const textOf = (value: unknown): string => (typeof value === 'string' ? cleanText(value) : '')

  const serve = (
    purpose: keyof typeof pagePaths,
    act: (token: string, body: Record<string, unknown>, req: Request) => Promise<void>,
  ) => {
    router.get(pagePaths[purpose], (req, res) => show(res, 200, formPage(purpose, textOf(req.query.token))))
    router.post(pagePaths[purpose], urlencoded({ extended: false, limit: 10_000 }), async (req, res) => {
      const body: Record<string, unknown> = req.body ?? {}
      const token = textOf(body.token)
      try {
        await act(token, body, req)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const { status, title } = problems[error.code]
        // A password that was refused leaves the link as it was: the person can choose another.
        const again = error.code === 'password_weak' || error.code === 'invalid_request'
        return show(
          res.set(error.headers),
          status,
          again ? formPage(purpose, token, error.detail) : failedPage(title, error.detail),
        )
      }
      show(res, 200, donePage(purpose))
    })
  }

  serve('verify', (token, _body, req) => verifyEmail(accounts, token, addressOf(req)))
  serve('reset', async (token, body, req) => {
    const password = textOf(body.password)
    if ([...password].length < 10 || password.length > 200)
      throw new Problem('invalid_request', 'The password has to have at least 10 characters.')
    await resetPassword(accounts, { token, password }, addressOf(req))
  })
  return router
}
