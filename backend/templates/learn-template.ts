// Drafts a template from what a client read in a sheet; nothing is saved.
import type { LearnedTemplate } from '../../shared/contract/template-schemas.ts'
import { type Learned, learnTemplate as learn } from '../../shared/template/learn.ts'
import type { LearnSource } from '../../shared/template/learn-source.ts'
import { bodyOf } from './save-template.ts'

/** A draft to look at and save, with sentences about what could not be taken over. */
export function learnTemplate(source: LearnSource): LearnedTemplate {
  const { template, notes }: Learned = learn(source)
  return { template: bodyOf(template), notes }
}
