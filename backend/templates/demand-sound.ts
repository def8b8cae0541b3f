// Refuses a template that could not be used as it is.
import type { TemplateBody } from '../../shared/contract/template-schemas.ts'
import { checkTemplate } from '../../shared/template/check-template.ts'
import { Problem } from '../platform/problem.ts'

const mostFaults = 10

/** Throws `template_invalid`, which names what is wrong with it, fault by fault. */
export function demandSound(body: TemplateBody): void {
  const faults = checkTemplate(body)
  if (faults.length === 0) return
  const more = faults.length > mostFaults ? [`And ${faults.length - mostFaults} more.`] : []
  const said = faults.slice(0, mostFaults).map(({ says }) => says)
  throw new Problem('template_invalid', [...said, ...more].join(' '))
}
