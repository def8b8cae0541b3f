// HTTP of connecting Google accounts.
import { type Request, type Response, Router } from 'express'
import { problems } from '../../shared/contract/problems.ts'
import { basePath, routes } from '../../shared/contract/routes.ts'
import type { Config } from '../config.ts'
import { mount } from '../platform/http/mount.ts'
import { Problem } from '../platform/problem.ts'
import { connectedPage, failedPage } from './callback-page.ts'
import type { Google } from './google.ts'

type Options = {
  google: Google
  config: Config
  /** The e-mail of a Tablewright account. */
  emailOf: (owner: { userId: string; workspaceId: string }) => Promise<string>
}

/** A browser says that it takes HTML before it takes anything. */
const takesPages = (req: Request) => req.accepts(['json', 'html']) === 'html'

function sendPage(res: Response, status: number, html: string): undefined {
  res.status(status).type('html').set('Cache-Control', 'no-store').send(html)
  return undefined
}

/** Where Google and `return_to` may lead: this server, and the pages that it knows. */
function originsOf(config: Config): string[] {
  return [...(config.publicUrl ? [new URL(config.publicUrl).origin] : []), ...config.corsOrigins]
}

export function googleRouter({ google, config, emailOf }: Options): Router {
  const router = Router()
  // In production the address is configured: there the header is not believed.
  const redirectUri = (req: Request) =>
    `${config.publicUrl ?? `${req.protocol}://${req.get('host')}`}${basePath}${routes.googleCallback.path}`

  mount(router, 'authorizeGoogle', ({ actor, query, req, res }) => {
    res.set('Cache-Control', 'no-store')
    return google.start(actor, query, { origins: originsOf(config), redirectUri: redirectUri(req) })
  })

  mount(router, 'googleCallback', async ({ query, req, res }) => {
    const failed = (problem: Problem) => {
      if (!takesPages(req)) throw problem
      return sendPage(res.set(problem.headers), problems[problem.code].status, failedPage(problem))
    }
    const done = await google.finish(query, req.ip).catch((error: unknown) => {
      if (error instanceof Problem) return error
      throw error
    })
    if (done instanceof Problem) return failed(done)
    if (done.returnTo !== null) {
      const target = new URL(done.returnTo)
      const told =
        'problem' in done
          ? { google: 'failed', code: done.problem.code }
          : { google: 'connected', connection_id: done.connection.id }
      for (const [name, value] of Object.entries(told)) target.searchParams.set(name, value)
      res.set('Cache-Control', 'no-store').redirect(303, target.href)
      return undefined
    }
    if ('problem' in done) return failed(done.problem)
    const account = await emailOf(done.owner)
    return sendPage(res, 200, connectedPage({ email: done.connection.email, account }))
  })

  mount(router, 'listGoogleConnections', ({ actor }) => google.list(actor))
  mount(router, 'disconnectGoogle', ({ actor, params }) => google.disconnect(actor, params.id), {
    // The tokens are forgotten, and with them whether Google was told.
    again: async (_, done) => done && { value: { revoked: false } },
  })
  return router
}
