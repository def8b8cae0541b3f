// A page to read and try the API on, made by Swagger UI from the files of its package: nothing comes from elsewhere.
import { fileURLToPath } from 'node:url'
import { type Response, Router } from 'express'
import { countAnybody } from './admit.ts'

/** What the page loads, by the name under `docs/`: where the package has it. */
const files: Record<string, string> = {
  'swagger-ui.css': import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  'swagger-ui-bundle.js': import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
  'favicon.png': import.meta.resolve('swagger-ui-dist/favicon-32x32.png'),
}

// Addresses are relative, so that the page also works behind a proxy that serves it under a longer path.
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tablewright API</title>
    <link rel="stylesheet" href="docs/swagger-ui.css">
    <link rel="icon" href="docs/favicon.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`

const start = `window.ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: false,
  validatorUrl: null,
})
`

/**
 * Swagger UI writes styles into the page and shows pictures that stand in its style sheet; all else comes from this server
 * alone. Other than helmet's, it does not ask for https: a server of one's own may have none.
 */
const policy = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
  ...["connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

const cacheable = (res: Response) => res.set('Cache-Control', 'public, max-age=3600')

/** `GET /docs` and the files of the page. */
export function docsRouter(): Router {
  const router = Router()
  router.use('/docs', countAnybody)
  router.get('/docs', (req, res) => {
    if (req.path.endsWith('/')) {
      res.redirect(308, '../docs')
      return
    }
    cacheable(res).set('Content-Security-Policy', policy).type('html').send(page)
  })
  router.get('/docs/start.js', (_req, res) => {
    cacheable(res).type('js').send(start)
  })
  for (const [name, file] of Object.entries(files))
    router.get(`/docs/${name}`, (_req, res) => {
      cacheable(res).sendFile(fileURLToPath(file), { cacheControl: false })
    })
  return router
}
