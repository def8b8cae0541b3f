// Refuses a template that could not be used as it is.
import type { TemplateBody } from '../../shared/contract/template-schemas.ts'
import { Problem } from '../platform/problem.ts'

/** Throws `template_invalid`, which names everything that is wrong with it. */
export function demandSound({ layout }: TemplateBody): void {
  const keys = layout.columns.map(({ key }) => key)
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  if (twice) throw new Problem('template_invalid', `Two columns have the key “${twice}”. Give one of them another.`)
}
