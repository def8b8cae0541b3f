// Checks what a template must hold beyond its shape, before it is saved.
import { checkColumns } from './check/check-columns.ts'
import { checkConditionalFormats } from './check/check-conditional-formats.ts'
import { checkFormulas } from './check/check-formulas.ts'
import { checkLayout } from './check/check-layout.ts'
import { checkRules } from './check/check-rules.ts'
import { strictFault } from './strict-limits.ts'
import type { Template } from './template.ts'

/** What is wrong, as a sentence for who saves the template; `path` names the place, such as `layout.columns.3.formula`. */
export type TemplateFault = { path: string; says: string }

export type CheckedTemplate = Pick<Template, 'layout' | 'formatting' | 'validation_rules'>

/** Everything that is wrong with a template, each with what to do about it; nothing when it can be saved. */
export function checkTemplate(template: CheckedTemplate): TemplateFault[] {
  const strict = strictFault(template)
  const names = checkColumns(template)
  return [
    ...names,
    // Keys that are there twice have been said.
    ...(strict === null || names.some(({ path }) => path.endsWith('.key'))
      ? []
      : [{ path: 'layout.columns', says: strict }]),
    ...checkFormulas(template),
    ...checkRules(template),
    ...checkConditionalFormats(template),
    ...checkLayout(template),
  ]
}
