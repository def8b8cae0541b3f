// Finds one template by its id.
import { builtInTemplates } from '../../shared/template/built-in.ts'
import type { Template } from '../../shared/template/template.ts'
import { Problem } from '../platform/problem.ts'

/** Throws `Problem('not_found')`. */
export function getTemplate(id: string): Template {
  const template = builtInTemplates.find((candidate) => candidate.id === id)
  if (!template) throw new Problem('not_found', 'There is no such template. List them with GET /export/templates.')
  return template
}
