// Blanks out, unit for unit, what would be taken for a part of the values beside it.

import { foldWord } from '../parse/parse-fold.ts'
import { monthOf } from '../parse/parse-month.ts'

const listNumber = /^(\s*)(\d{1,3}[.)])(?=\s+([\p{L}\p{M}]*))/gmu

/** The text with list numbers blanked and the commas of East Asian and Arabic sentences told from those of numbers. */
export function prepareText(text: string): string {
  const listed = text.replace(listNumber, (all, space: string, _number, next: string) =>
    monthOf(foldWord(next)) === undefined ? space + ' '.repeat(all.length - space.length) : all,
  )
  return listed.replace(/[，،、](?![\p{Nd}]{3}(?!\p{Nd}))|(?<!\p{Nd})[，،、]|[，、](?=[0-9])(?<=[0-9].)/gu, ';')
}
