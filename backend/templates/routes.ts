// HTTP of the templates.
import { type Response, Router } from 'express'
import type { TemplateEntry } from '../../shared/contract/template-schemas.ts'
import type { Sizes } from '../config/sizes.ts'
import type { Sql } from '../platform/database/connect.ts'
import { attachment } from '../platform/http/attachment.ts'
import { etagOf } from '../platform/http/etag.ts'
import { mount } from '../platform/http/mount.ts'
import { getTemplate } from './get-template.ts'
import { learnTemplate } from './learn-template.ts'
import { listTemplates } from './list-templates.ts'
import { createTemplate, deleteTemplate, updateTemplate } from './save-template.ts'
import { listTemplateVersions } from './template-history.ts'
import { exportTemplate, importedBefore, importTemplate } from './transfer-template.ts'

const tagged = (res: Response, template: TemplateEntry): TemplateEntry => {
  if (template.updated_at) res.set('ETag', etagOf(template.updated_at))
  return template
}

export function templatesRouter(sql: Sql, { templatesPerWorkspace: most }: Sizes): Router {
  const router = Router()
  mount(router, 'listTemplates', ({ actor, query }) => listTemplates(sql, actor, query))
  mount(router, 'createTemplate', async ({ actor, body, res }) =>
    tagged(res, await createTemplate(sql, actor, body, most)),
  )
  mount(router, 'learnTemplate', ({ body }) => learnTemplate(body))
  mount(router, 'importTemplate', ({ actor, body }) => importTemplate(sql, actor, body, most), {
    again: async ({ actor, body }, done) =>
      done?.subject ? { value: await importedBefore(sql, actor, body, done.subject.id) } : null,
  })
  mount(router, 'getTemplate', async ({ actor, params, query, res }) =>
    tagged(res, await getTemplate(sql, actor.workspaceId, params.template_id, query.version)),
  )
  mount(router, 'updateTemplate', async ({ actor, params, body, req, res }) =>
    tagged(res, await updateTemplate(sql, actor, params.template_id, body, req.get('if-match'))),
  )
  mount(router, 'deleteTemplate', async ({ actor, params }) => {
    await deleteTemplate(sql, actor, params.template_id)
    return undefined
  })
  mount(router, 'listTemplateVersions', ({ actor, params, query }) =>
    listTemplateVersions(sql, actor, params.template_id, query),
  )
  mount(router, 'exportTemplate', async ({ actor, params, query, res }) => {
    const file = await exportTemplate(sql, actor, params.template_id, query.version ?? null)
    res.set('Content-Disposition', attachment(file.template.name, 'json'))
    return file
  })
  return router
}
