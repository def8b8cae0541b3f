// The panels' origin: an add-on's HTML with google.script in it, and the door its calls come through.
import { setTimeout as delay } from 'node:timers/promises'
import express, { type Router } from 'express'
import type { Runtime } from '../apps-script/runtime.ts'
import type { Panel } from '../apps-script/ui-state.ts'
import type { Assets } from './bundle.ts'
import { frameOnly, pageOrigin } from './origins.ts'
import { runFunction } from './run-transport.ts'

/** `latencyMs` is the usual time of a call; each takes between half and one and a half of it, so order is not kept. */
export function panelRoutes(runtime: Runtime, assets: Assets, latencyMs: number, afterRun: () => void): Router {
  const router = express.Router()
  const open = (token: string) =>
    [runtime.ui.sidebar, runtime.ui.dialog].find((panel) => panel !== null && panel.token === token) ?? null

  router.get('/panel/:token', frameOnly, (request, response) => {
    const panel = open(String(request.params.token))
    if (!panel) {
      response.status(404).type('text').send('This panel was closed. Open it again from the Extensions menu.')
      return
    }
    const boot = { token: panel.token, functions: runtime.functionNames(), pageOrigin: pageOrigin(request) }
    response
      .set({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-security-policy': `frame-ancestors ${pageOrigin(request)}`,
      })
      .type('html')
      .send(withScript(panel, JSON.stringify(boot), assets.frame))
  })

  router.post(
    '/run/:token',
    frameOnly,
    express.json({ limit: '50mb', type: 'application/json' }),
    async (request, response) => {
      const { name, args } = (request.body ?? {}) as { name?: unknown; args?: unknown }
      if (!open(String(request.params.token)) || typeof name !== 'string' || !Array.isArray(args)) {
        response.status(403).type('text').send('This panel was closed.')
        return
      }
      if (latencyMs > 0) await delay(latencyMs * (0.5 + Math.random()))
      const answer = runFunction(runtime, name, args)
      afterRun()
      response.json(answer)
    },
  )
  return router
}

/** The panel's document with our script before any of its own. */
function withScript({ html }: Panel, boot: string, code: string): string {
  const attribute = boot.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const tag = `<script data-boot="${attribute}">${code.replaceAll('</script', '<\\/script')}</script>`
  const head = /<head\b[^>]*>/i.exec(html)
  if (head) return html.slice(0, head.index + head[0].length) + tag + html.slice(head.index + head[0].length)
  const doctype = /^\s*<!doctype[^>]*>\s*(<html\b[^>]*>)?/i.exec(html)
  const at = doctype?.[0].length ?? 0
  return html.slice(0, at) + tag + html.slice(at)
}
