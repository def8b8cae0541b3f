// Parses what is meant as JSON: single quotes, bare names, comments, trailing commas, Python's words, a text cut short.
import { type Json, rawNumber } from './read-json-value.ts'

export type Tolerant = {
  value: Json
  /** Where arrays stand in the source. */
  places: Map<Json, { start: number; end: number }>
  /** Members that a later one of the same name replaced. */
  repeats: { start: number; end: number }[]
  /** Where the last whole record of a text cut short ends; null when nothing is missing. */
  cutAt: number | null
}

const words: Record<string, Json> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
  NaN: null,
  nan: null,
  Infinity: null,
}
const number = /[-+]?(?:0[xX][\da-fA-F]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)n?(?![\w.])/y
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const blanks = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*/y
const deepest = 100

/** The value of the whole source, or null when it is not meant as JSON. With `cut` the end may be missing. */
export function parseTolerant(source: string, cut = false): Tolerant | null {
  const state: State = { source, at: 0, depth: 0, cut, places: new Map(), repeats: [], cutAt: null }
  const value = readValue(state)
  if (value === failed || (value === missing && state.cutAt === null)) return null
  skipBlanks(state)
  if (state.at < source.length || value === missing) return null
  return { value, places: state.places, repeats: state.repeats, cutAt: state.cutAt }
}

type State = Omit<Tolerant, 'value'> & { source: string; at: number; depth: number; cut: boolean }

// Not JSON at all; and JSON whose end is missing.
const failed = Symbol('failed')
const missing = Symbol('missing')
type Read = Json | typeof failed | typeof missing

function readValue(state: State): Read {
  skipBlanks(state)
  const char = state.source[state.at]
  if (char === undefined) return state.cut ? missing : failed
  if (char === '{') return readObject(state)
  if (char === '[' || char === '(') return readArray(state, char === '[' ? ']' : ')')
  if (char === '"' || char === "'") return readString(state, char)
  number.lastIndex = state.at
  const digits = number.exec(state.source)
  if (digits) {
    state.at = number.lastIndex
    if (state.cut && state.at === state.source.length) return missing
    return rawNumber(digits[0].replace(/^\+|_|n$/g, ''))
  }
  name.lastIndex = state.at
  const word = name.exec(state.source)?.[0]
  if (!word) return failed
  const next = state.source[state.at + word.length]
  // Python's prefixes of strings.
  if (/^[urbf]{1,2}$/i.test(word) && (next === '"' || next === "'")) {
    state.at += word.length
    return readString(state, next)
  }
  if (!(word in words)) return failed
  state.at += word.length
  return words[word]!
}

function readString(state: State, quote: string): Read {
  const { source } = state
  let text = ''
  let from = state.at + 1
  for (let at = from; at < source.length; at++) {
    const char = source[at]!
    if (char === quote) {
      state.at = at + 1
      return text + source.slice(from, at)
    }
    if (char === '\n') return failed
    if (char !== '\\') continue
    const next = source[at + 1] ?? ''
    const code = next === 'u' ? /^[\da-fA-F]{4}/.exec(source.slice(at + 2, at + 6))?.[0] : undefined
    text += source.slice(from, at) + (code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[next] ?? next))
    at += code ? 5 : 1
    from = at + 1
  }
  return state.cut ? missing : failed
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' }

function readArray(state: State, closer: string): Read {
  const start = state.at++
  if (++state.depth > deepest) return failed
  const items: Json[] = []
  let end = start
  const done = (): Json => {
    state.depth--
    state.places.set(items, { start, end: state.at })
    return items
  }
  // What is there of a cut item is left out; the items before it are whole.
  const cut = (): Read => {
    if (items.length === 0) return missing
    state.cutAt ??= end
    state.at = state.source.length
    return done()
  }
  for (;;) {
    skipBlanks(state)
    if (state.source[state.at] === closer) {
      state.at++
      return done()
    }
    const item = readValue(state)
    if (item === failed) return failed
    if (item === missing) return cut()
    items.push(item)
    end = state.at
    if (state.cutAt !== null) return done()
    skipBlanks(state)
    if (state.source[state.at] === ',') state.at++
    else if (state.at >= state.source.length && state.cut) return cut()
    else if (state.source[state.at] !== closer) return failed
  }
}

function readObject(state: State): Read {
  state.at++
  if (++state.depth > deepest) return failed
  const members = new Map<string, Json>()
  const done = (): Json => {
    state.depth--
    return Object.fromEntries(members)
  }
  for (;;) {
    skipBlanks(state)
    if (state.source[state.at] === '}') {
      state.at++
      return done()
    }
    const start = state.at
    const key = readKey(state)
    if (key === failed || key === missing) return key
    skipBlanks(state)
    if (state.source[state.at] !== ':') return state.at >= state.source.length && state.cut ? missing : failed
    state.at++
    const value = readValue(state)
    if (value === failed) return failed
    // Of an object around a cut list the members so far count; a cut record does not.
    if (value === missing) return missing
    if (members.has(key)) state.repeats.push({ start, end: state.at })
    members.set(key, value)
    if (state.cutAt !== null) return done()
    skipBlanks(state)
    if (state.source[state.at] === ',') state.at++
    else if (state.source[state.at] !== '}') return state.at >= state.source.length && state.cut ? missing : failed
  }
}

function readKey(state: State): string | typeof failed | typeof missing {
  const char = state.source[state.at]
  if (char === undefined) return state.cut ? missing : failed
  if (char === '"' || char === "'") {
    const text = readString(state, char)
    return typeof text === 'string' || text === missing ? text : failed
  }
  for (const pattern of [name, number]) {
    pattern.lastIndex = state.at
    const key = pattern.exec(state.source)?.[0]
    if (key === undefined) continue
    state.at += key.length
    return key
  }
  return failed
}

function skipBlanks(state: State): void {
  blanks.lastIndex = state.at
  blanks.exec(state.source)
  state.at = blanks.lastIndex
}
