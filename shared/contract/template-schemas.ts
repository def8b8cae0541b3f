// Templates as the API takes and tells them: the product's own and those that people make.
import * as z from 'zod'
import { Template } from '../template/template.ts'

const Named = Template.omit({ id: true, version: true }).extend({ description: z.string().max(2000).default('') })

/** A whole template to be saved: id and version are the server's to give. */
export const TemplateBody = Named.meta({ id: 'TemplateBody' })
export type TemplateBody = z.infer<typeof TemplateBody>

const { shape } = Named

/** What is left out stays as it was; `layout` and `formatting` are replaced whole. */
export const TemplateChange = z
  .object({
    name: shape.name.optional(),
    description: z.string().max(2000).optional(),
    locale: shape.locale.unwrap().optional(),
    layout: shape.layout.optional(),
    formatting: shape.formatting.optional(),
    validation_rules: shape.validation_rules.unwrap().optional(),
  })
  .strict()
  .meta({ id: 'TemplateChange' })
export type TemplateChange = z.infer<typeof TemplateChange>

/** A template that can be chosen. Those that come with the product are `built_in`, have no times and can't be changed. */
export const TemplateEntry = Template.extend({
  built_in: z.boolean(),
  created_at: z.iso.datetime().nullable(),
  updated_at: z.iso.datetime().nullable(),
}).meta({ id: 'Template' })
export type TemplateEntry = z.infer<typeof TemplateEntry>

/** One saved version of a template; read it whole with `?version=`. */
export const TemplateVersion = z
  .object({
    version: z.int().positive(),
    name: z.string(),
    created_at: z.iso.datetime(),
    columns: z.int().nonnegative(),
  })
  .meta({ id: 'TemplateVersion' })
export type TemplateVersion = z.infer<typeof TemplateVersion>

export const TemplateQuery = z.object({ version: z.coerce.number().int().positive().max(1e9).optional() })

/** A draft that was made from a sheet, to be saved with `POST /export/templates/create`, and what it could not take over. */
export const LearnedTemplate = z
  .object({ template: TemplateBody, notes: z.array(z.string()) })
  .meta({ id: 'LearnedTemplate' })
export type LearnedTemplate = z.infer<typeof LearnedTemplate>

/** What a template is in a file of its own. */
export const TemplateFile = z
  .object({ format: z.literal('tablewright-template'), format_version: z.literal(1), template: TemplateBody })
  .meta({ id: 'TemplateFile' })
export type TemplateFile = z.infer<typeof TemplateFile>

/** What can be made a template: the file of one, a bare template, or a JSON Schema of an object. */
export const TemplateImport = z.record(z.string(), z.unknown()).meta({ id: 'TemplateImport' })

/** The template that was saved, and what of the import is not in it. */
export const ImportedTemplate = TemplateEntry.extend({ notes: z.array(z.string()) }).meta({ id: 'ImportedTemplate' })
export type ImportedTemplate = z.infer<typeof ImportedTemplate>
