// Cuts the JSON arguments of a call into its members, and its rows one by one, while they stream in: each piece is looked at once.
import { parseLoosely } from './json-loose.ts'
import { createUnquoter } from './json-unquote.ts'

/**
 * A member of the arguments that is whole, or one whole row; `unread` is a row that could not be read at all. The end of
 * the rows is told as a member `rows` without any.
 */
export type JsonPart = { key: string; value: unknown } | { row: unknown } | { unread: string }

export type JsonFeed = {
  /** What `piece` completes, in order. */
  feed(piece: string): JsonPart[]
  /** Whether the arguments came to their end and nothing but their end followed. */
  isWhole(): boolean
}

/** Names under which rows come; the first is ours, models behind servers without strict schemas use the others too. */
const rowKeys = new Set(['rows', 'data', 'records', 'items', 'entries'])
/** Members that some servers wrap the arguments in. */
const wrappers = new Set(['arguments', 'args', 'parameters', 'input', 'table', 'write_table'])

const quote = 34
const backslash = 92
const openBrace = 123
const closeBrace = 125
const openBracket = 91
const closeBracket = 93
const comma = 44
const colon = 58

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff
const isOpening = (code: number) => code === openBrace || code === openBracket
const isClosing = (code: number) => code === closeBrace || code === closeBracket
/** What may stand after the end: white space, the rest of a code fence, and brackets closed once too often. */
const mayFollow = (code: number) => isSpace(code) || code === 96 || code === 59 || isClosing(code)

type Place = 'before' | 'quoted' | 'key' | 'colon' | 'value' | 'rows' | 'after'

/**
 * Values are parsed by `JSON.parse` when they are whole, so the work beside that is one step for each character. Takes
 * what is not quite JSON too: a fence or a word before it, trailing commas, arguments that are one JSON string.
 */
export const createJsonFeed = (): JsonFeed => {
  let place: Place = 'before'
  // What is being cut out: a key, a member's value or a row; `carried` is its text in the pieces before.
  let cutting: 'key' | 'value' | 'row' | null = null
  let carried = ''
  let depth = 0
  let inString = false
  let escaped = false
  let key = ''
  let wrapped = 0
  let sound = true
  let unquoter: ReturnType<typeof createUnquoter> | null = null
  let parts: JsonPart[] = []

  const read = (text: string): { value: unknown } | null => {
    try {
      return { value: JSON.parse(text) }
    } catch {
      const value = parseLoosely(text)
      return value === undefined ? null : { value }
    }
  }

  const finish = (text: string): void => {
    const what = cutting
    cutting = null
    carried = ''
    const found = read(text)
    if (what === 'key') {
      key = typeof found?.value === 'string' ? found.value : text
      place = 'colon'
    } else if (what === 'value') {
      place = 'key'
      if (found) parts.push({ key, value: found.value })
      else sound = false
    } else {
      place = 'rows'
      parts.push(found ? { row: found.value } : { unread: text })
    }
  }

  const begin = (what: 'key' | 'value' | 'row', code: number): void => {
    cutting = what
    inString = code === quote
    escaped = false
    depth = isOpening(code) ? 1 : 0
  }

  /** Goes on with what is being cut out, from `at`; answers where it ended, or -1 when the piece ended first. */
  const follow = (piece: string, at: number): number => {
    for (let index = at; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index)
      if (inString) {
        if (escaped) escaped = false
        else if (code === backslash) escaped = true
        else if (code === quote) {
          inString = false
          if (depth === 0) return index + 1
        }
      } else if (code === quote) inString = true
      else if (isOpening(code)) depth += 1
      else if (isClosing(code)) {
        // A bare value ends before what closes its surroundings, a list or an object with its own bracket.
        if (depth === 0) return index
        depth -= 1
        if (depth === 0) return index + 1
      } else if (depth === 0 && (code === comma || code === colon || isSpace(code))) return index
    }
    return -1
  }

  /** Looks at one character between values; what begins one is left to `follow`. */
  const step = (code: number): boolean => {
    if (isSpace(code)) return false
    switch (place) {
      case 'before':
        if (code === openBrace) place = 'key'
        else if (code === quote) place = 'quoted'
        return false
      case 'key':
        if (code === comma) return false
        if (code === closeBrace) {
          if (wrapped > 0) wrapped -= 1
          else place = 'after'
          return false
        }
        if (code !== quote && isClosing(code)) sound = false
        else begin('key', code)
        return cutting !== null
      case 'colon':
        if (code === colon) place = 'value'
        else sound = false
        return false
      case 'value':
        if (code === openBracket && rowKeys.has(key)) {
          place = 'rows'
          return false
        }
        if (code === openBrace && wrappers.has(key)) {
          wrapped += 1
          place = 'key'
          return false
        }
        if (code === comma || isClosing(code)) {
          // A member without a value.
          sound = false
          place = 'key'
          return false
        }
        begin('value', code)
        return true
      case 'rows':
        if (code === comma) return false
        if (code === closeBracket) {
          place = 'key'
          parts.push({ key: 'rows', value: [] })
          return false
        }
        if (code === closeBrace) {
          sound = false
          return false
        }
        begin('row', code)
        return true
      default:
        if (!mayFollow(code)) sound = false
        return false
    }
  }

  const scan = (piece: string): void => {
    let start = 0
    let at = 0
    while (at < piece.length) {
      if (cutting === null) {
        const begins = step(piece.charCodeAt(at))
        if (place === 'quoted') {
          unquoter = createUnquoter()
          place = 'before'
          scan(unquoter.feed(piece.slice(at + 1)))
          return
        }
        start = at
        at += 1
        if (!begins) continue
        if (at === piece.length) break
      }
      const end = follow(piece, at)
      if (end < 0) break
      const text = carried + piece.slice(start, end)
      finish(text)
      at = end
      start = end
    }
    if (cutting !== null) carried += piece.slice(start)
  }

  return {
    feed(piece) {
      parts = []
      scan(unquoter ? unquoter.feed(piece) : piece)
      return parts
    },
    isWhole: () => sound && place === 'after' && (unquoter === null || unquoter.isClosed()),
  }
}
