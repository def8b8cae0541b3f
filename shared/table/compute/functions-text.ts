// Texts: cut, joined and searched in UTF-16 code units, never through the middle of a character.
import { type Argument, type ExpressionFunction, many, type Settings, textAt, wholeAt } from './call.ts'
import { formatValue } from './format-value.ts'
import { fault, isFault, toNumber, type Value } from './values.ts'

const halfCharacter = /^[\udc00-\udfff]|[\ud800-\udbff]$/

function cut(text: string, from: number, to: number): Value {
  const piece = text.slice(from, to)
  return halfCharacter.test(piece) ? fault('#VALUE!', 'it would cut a character in two') : piece
}

const ofText =
  (work: (text: string) => Value) =>
  (args: Argument[], settings: Settings): Value => {
    const text = textAt(args, 0, settings)
    return isFault(text) ? text : work(text)
  }

/** A function of a text and one count after it. */
const side = (work: (text: string, count: number) => Value): ExpressionFunction => ({
  least: 1,
  most: 2,
  run: (args, settings) => {
    const text = textAt(args, 0, settings)
    const count = wholeAt(args, 1, settings, 1)
    if (isFault(text)) return text
    if (typeof count !== 'number') return count
    return count < 0 ? fault('#VALUE!', 'it counts below zero') : work(text, count)
  },
})

const searching = (find: (needle: string, text: string, from: number) => number | null): ExpressionFunction => ({
  least: 2,
  most: 3,
  run: (args, settings) => {
    const needle = textAt(args, 0, settings)
    const text = textAt(args, 1, settings)
    const from = wholeAt(args, 2, settings, 1)
    if (isFault(needle)) return needle
    if (isFault(text)) return text
    if (typeof from !== 'number') return from
    const at = from < 1 || from > text.length + 1 ? null : find(needle, text, from - 1)
    return at === null || at < 0 ? fault('#VALUE!', `“${needle.slice(0, 60)}” is not in the text`) : at + 1
  },
})

/** Upper case after anything that is no letter, lower case elsewhere. */
const proper = (text: string) =>
  text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())

function substitute(text: string, old: string, by: string, occurrence: number | null): Value {
  if (old === '') return text
  if (occurrence === null) return text.replaceAll(old, () => by)
  if (occurrence < 1) return fault('#VALUE!', 'it counts below one')
  let at = -1
  for (let count = 0; count < occurrence; count += 1) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length)
    if (at < 0) return text
  }
  return text.slice(0, at) + by + text.slice(at + old.length)
}

export const textFunctions = {
  CONCATENATE: {
    least: 1,
    most: many,
    run: (args, settings) => {
      let joined = ''
      for (const at of args.keys()) {
        const text = textAt(args, at, settings)
        if (isFault(text)) return text
        joined += text
      }
      return joined
    },
  },
  LEFT: side((text, count) => cut(text, 0, count)),
  RIGHT: side((text, count) => cut(text, Math.max(0, text.length - count), text.length)),
  MID: {
    least: 3,
    most: 3,
    run: (args, settings) => {
      const text = textAt(args, 0, settings)
      const from = wholeAt(args, 1, settings, 1)
      const count = wholeAt(args, 2, settings, 0)
      if (isFault(text)) return text
      if (typeof from !== 'number') return from
      if (typeof count !== 'number') return count
      return from < 1 || count < 0 ? fault('#VALUE!', 'it counts below one') : cut(text, from - 1, from - 1 + count)
    },
  },
  LEN: { least: 1, most: 1, run: ofText((text) => text.length) },
  UPPER: { least: 1, most: 1, run: ofText((text) => text.toUpperCase()) },
  LOWER: { least: 1, most: 1, run: ofText((text) => text.toLowerCase()) },
  PROPER: { least: 1, most: 1, run: ofText(proper) },
  TRIM: { least: 1, most: 1, run: ofText((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')) },
  SUBSTITUTE: {
    least: 3,
    most: 4,
    run: (args, settings) => {
      const [text, old, by] = [textAt(args, 0, settings), textAt(args, 1, settings), textAt(args, 2, settings)]
      const occurrence = args.length > 3 ? wholeAt(args, 3, settings, 1) : null
      if (isFault(text)) return text
      if (isFault(old)) return old
      if (isFault(by)) return by
      if (occurrence !== null && typeof occurrence !== 'number') return occurrence
      return substitute(text, old, by, occurrence)
    },
  },
  FIND: searching((needle, text, from) => text.indexOf(needle, from)),
  SEARCH: searching((needle, text, from) =>
    // What these stand for differs between spreadsheets.
    /[?*~]/.test(needle) ? null : text.toLowerCase().indexOf(needle.toLowerCase(), from),
  ),
  VALUE: {
    least: 1,
    most: 1,
    run: ([arg], { decimalPoint }) => toNumber(arg?.value ?? null, decimalPoint),
  },
  TEXT: {
    least: 2,
    most: 2,
    run: (args, settings) => {
      const pattern = textAt(args, 1, settings)
      if (isFault(pattern)) return pattern
      return formatValue(args[0]?.value ?? null, pattern, settings)
    },
  },
} satisfies Record<string, ExpressionFunction>
