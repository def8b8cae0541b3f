// What a model can be given as a form to fill in, and whether a template's columns fit into it.
import type { Template } from './template.ts'

/** What providers of models accept of one strict schema. */
export const strictLimits = {
  properties: 5_000,
  levels: 10,
  /** Of all names and listed values together. */
  characters: 120_000,
  listedValues: 1_000,
}

/** What the schema of a template's rows has beside the columns: title, further columns, and their types. */
const beside = { properties: 20, characters: 400 }

/** At least as large as the schema that is made of the columns, in the measures of `strictLimits`. */
export function formSize({ columns }: Template['layout']): { properties: number; characters: number } {
  return {
    properties: columns.length + beside.properties,
    characters: columns.reduce((sum, { key }) => sum + key.length, 0) + beside.characters,
  }
}

/** Why a model cannot be given the template as a form, as a sentence for the person who saves it, or null when it can. */
export function strictFault({ layout }: Pick<Template, 'layout'>): string | null {
  const keys = layout.columns.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return 'Two columns of the template have the same key. Give each its own.'
  const size = formSize(layout)
  if (size.properties <= strictLimits.properties && size.characters <= strictLimits.characters) return null
  return `The template has ${keys.length.toLocaleString('en-US')} columns with long keys: more than a model can be given as a form. Remove columns or shorten their keys.`
}
