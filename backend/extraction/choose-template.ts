// Chooses the columns that rows of prose are asked for: the template that was chosen, else one that the message clearly means.
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { normaliseHeader } from '../../shared/template/header-name.ts'
import { bestMatch } from '../../shared/template/match-names.ts'
import type { Template } from '../../shared/template/template.ts'
import type { EngineInput } from './engine.ts'

/** Where a request stands: before or after what was pasted, in characters. */
const requestLength = 600

/** "with the columns name, phone and town", "Spalten: Name, Ort": the person says what the columns are. */
const listed =
  /(?:columns?|fields?|headers?|spalten?|felder|colonnes?|champs|columnas?|campos|colonne|campi|colunas|kolommen|velden|列|列名|項目|欄位|字段|열)\s*(?:are|for|named|called|sind|sont|son|sono|são|zijn)?\s*[:：は为]?\s*([^.!?\n。]{3,300})/giu
const between = /\s*(?:[,;、，/|]|\s(?:and|und|et|y|e|en|och|og|i)\s)\s*/u

/** Labels in the middle of prose, as in "name: Ada, phone: 555". */
const label = /(?:^|[\n,;(])[ \t]*(\p{L}[\p{L}\p{M} ./-]{1,30}?)\s*[:：]/gu

const namesIn = (text: string): { wished: string[]; labels: string[] } => {
  const wished = [...text.matchAll(listed)].flatMap(([, list = '']) =>
    list.split(between).map((name) => name.trim().replace(/^(?:the|with|die|les|los|de)\s/i, '')),
  )
  const labels = new Set([...text.matchAll(label)].map(([, name = '']) => name.trim().toLowerCase()))
  return { wished: wished.filter((name) => name !== '' && name.length <= 40), labels: [...labels] }
}

/** Comparing a message with every template takes a millisecond, and more than one part of a reply asks. */
const chosen = new WeakMap<EngineInput, Template | null>()

/** The template of the input, one of the person's own or a built-in one; null when none is clearly meant, and the model names the columns. */
export function chooseTemplate(input: EngineInput): Template | null {
  if (input.template) return input.template
  let template = chosen.get(input)
  if (template === undefined) {
    template = findTemplate(input)
    chosen.set(input, template)
  }
  return template
}

function findTemplate(input: EngineInput): Template | null {
  // Tables that were found have columns already, and a reply that goes on has those it began with.
  if (input.found.length > 0 || input.continuing) return null
  const { text } = input.message
  const request =
    text.length <= 2 * requestLength ? text : `${text.slice(0, requestLength)}\n${text.slice(-requestLength)}`
  const words = ` ${normaliseHeader(request)} `
  const { wished, labels } = namesIn(request)
  const known = [...(input.ownTemplates ?? []), ...builtInTemplates]
  const named = known.find(
    ({ name, layout }) => layout.columns.length > 0 && words.includes(` ${normaliseHeader(name)} `),
  )
  return named ?? bestMatch(wished, known, 3) ?? bestMatch(labels, known, 3)
}
