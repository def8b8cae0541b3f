// The templates that can be chosen.
import { Router } from 'express'
import { mount } from '../platform/http/mount.ts'
import { getTemplate } from './get-template.ts'
import { listTemplates } from './list-templates.ts'

export function templatesRouter(): Router {
  const router = Router()
  mount(router, 'listTemplates', ({ query }) => listTemplates(query))
  mount(router, 'getTemplate', ({ params }) => getTemplate(params.template_id))
  return router
}
