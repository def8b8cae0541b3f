// Formulas that no row expression can say, such as IMAGE(link): written for each row once a person has agreed to them.
import { hasHiddenCharacters } from '../plan/formula-suspects.ts'
import type { FormulaDialect } from '../table/compute.ts'

type Named = { key: string; name: string }

/** A part of a formula: the key of a column of its row, or text as it stands, with `,` between arguments. */
type Part = { column: string } | { text: string }

/** `keys` are the columns it stands on. */
export type ForeignFormula = { keys: string[]; parts: Part[] }

const longest = 2000

// A text, a column in brackets, a place in a sheet, a number, a word, a sign. Braces are written in another way in each locale.
const pattern =
  /\s*(?:("(?:[^"]|"")*")|\[((?:[^\]]|\]\])*)\]|((?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\p{L}\p{N}_(.])|(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|(<=|>=|<>|[-+*/^&=<>(),;%]))/uy

/**
 * Reads a formula over the columns of its row, which it may name by key or by name. Null for one that cannot be written in every row
 * and locale as it is meant, and for one that hides something: such a one is never written.
 */
export function readForeign(text: string, columns: readonly Named[]): ForeignFormula | null {
  const formula = text.trim().replace(/^=\s*/, '')
  if (formula === '' || formula.length > longest || hasHiddenCharacters(formula) || /[\r\n\t]/.test(formula))
    return null
  const parts: Part[] = []
  const keys = new Set<string>()
  const separators = new Set<string>()
  let depth = 0
  // What comes next is a value, or what joins it to another.
  let wantsValue = true
  pattern.lastIndex = 0
  const columnOf = (name: string) =>
    columns.find(({ key }) => key === name)?.key ?? columns.find((each) => each.name === name)?.key
  while (pattern.lastIndex < formula.length) {
    const match = pattern.exec(formula)
    if (!match) return null
    const [, quoted, bracketed, place, number, word, sign] = match
    if (sign !== undefined) {
      const text = sign === ';' ? ',' : sign
      if (sign === '(') {
        if (!wantsValue) return null
        depth++
      } else if (sign === ')') {
        const isEmpty = wantsValue && !['(', ','].includes(lastText(parts))
        if (--depth < 0 || isEmpty) return null
        wantsValue = false
      } else if (text === ',') {
        if (depth === 0) return null
        separators.add(sign)
        wantsValue = true
      } else if (sign === '%') {
        if (wantsValue) return null
      } else {
        if (wantsValue && sign !== '-' && sign !== '+') return null
        wantsValue = true
      }
      parts.push({ text })
      continue
    }
    if (!wantsValue) return null
    const named = columnOf(bracketed?.replaceAll(']]', ']') ?? place ?? word ?? '')
    const isCall = word !== undefined && formula[pattern.lastIndex] === '('
    wantsValue = isCall
    if (isCall && /^[A-Za-z][A-Za-z0-9_.]*$/.test(word)) parts.push({ text: word.toUpperCase() })
    else if (named !== undefined && !isCall) {
      keys.add(named)
      parts.push({ column: named })
    } else if (word !== undefined && /^(?:TRUE|FALSE)$/i.test(word)) parts.push({ text: `${word.toUpperCase()}()` })
    else if (bracketed !== undefined || word !== undefined) return null
    else parts.push({ text: quoted ?? place ?? plainNumber(number ?? '') })
  }
  return depth === 0 && !wantsValue && separators.size < 2 ? { keys: [...keys], parts } : null
}

function lastText(parts: Part[]): string {
  const last = parts.at(-1)
  return last && 'text' in last ? last.text : ''
}

/** A decimal as a quotient, which reads the same in every locale. */
function plainNumber(text: string): string {
  const [whole = '', decimals = ''] = text.split('.')
  return decimals === '' ? text : `(${`${whole}${decimals}`.replace(/^0+(?=\d)/, '')}/1${'0'.repeat(decimals.length)})`
}

/** The formula over other keys, as it is read again; null when one of its columns has none. */
export function rekeyForeign(
  { parts, keys }: ForeignFormula,
  keyOf: (key: string) => string | undefined,
): string | null {
  if (keys.some((key) => keyOf(key) === undefined)) return null
  return parts
    .map((part) => ('text' in part ? part.text : `[${(keyOf(part.column) ?? '').replaceAll(']', ']]')}]`))
    .join('')
}

/** The formula of a sheet for a row; `letters` has the letter of each column. Throws when one has none. */
export function writeForeign(
  { parts }: ForeignFormula,
  letters: Record<string, string>,
  row: number,
  { separator }: FormulaDialect,
): string {
  const said = parts.map((part) => {
    if ('text' in part) return part.text === ',' ? separator : part.text
    const letter = letters[part.column]
    if (letter === undefined) throw new Error(`The column “${part.column}” has no place.`)
    return `${letter}${row}`
  })
  return `=${said.join('')}`
}
