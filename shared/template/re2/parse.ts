// Reads a pattern in the syntax of RE2, which is what Google Sheets understands.
import { type CharTest, folded } from './char-class.ts'
import { type Assertion, PatternError, type PatternNode } from './node.ts'
import { parseClass, parseEscape } from './parse-class.ts'
import { Reader } from './reader.ts'

/** The most repeats that RE2 takes. */
const mostRepeats = 1000
const deepest = 200

type Flags = { ignoreCase: boolean; multiLine: boolean; dotAll: boolean }

const places: Record<string, Assertion> = { A: 'start', z: 'end', b: 'word', B: 'not-word' }

/** Throws `PatternError`. */
export function parsePattern(pattern: string): PatternNode {
  const reader = new Reader(pattern)
  let depth = 0

  function char(test: CharTest, flags: Flags): PatternNode {
    return { kind: 'char', test: flags.ignoreCase ? folded(test) : test }
  }

  function parseAny(flags: Flags): PatternNode {
    if (++depth > deepest) throw new PatternError('it is nested too deeply')
    // Flags that a group sets in its middle hold to its end, also behind a |.
    const own = { ...flags }
    const options = [parseAll(own)]
    while (reader.take('|')) options.push(parseAll(own))
    depth--
    return options.length === 1 ? options[0]! : { kind: 'any', options }
  }

  function parseAll(flags: Flags): PatternNode {
    const parts: PatternNode[] = []
    while (!reader.done() && !reader.sees('|') && !reader.sees(')')) {
      const one = parseOne(flags)
      if (one) parts.push(parseRepeat(one))
    }
    return parts.length === 1 ? parts[0]! : { kind: 'all', parts }
  }

  function repeatAt(): { min: number; max: number | null } | null {
    if (reader.take('*')) return { min: 0, max: null }
    if (reader.take('+')) return { min: 1, max: null }
    if (reader.take('?')) return { min: 0, max: 1 }
    const counted = reader.match(/\{(\d+)(?:(,)(\d*))?\}/y)
    if (!counted) return null
    const min = Number(counted[1])
    const max = counted[2] === undefined ? min : counted[3] ? Number(counted[3]) : null
    if (min > mostRepeats || (max ?? 0) > mostRepeats)
      throw new PatternError(`nothing can repeat more than ${mostRepeats} times`)
    if (max !== null && max < min) throw new PatternError(`${counted[0]} ends before it begins`)
    return { min, max }
  }

  function parseRepeat(one: PatternNode): PatternNode {
    const repeat = repeatAt()
    if (!repeat) return one
    reader.take('?')
    const again = reader.rest().slice(0, 1)
    if (repeatAt()) throw new PatternError(`${again} follows another repetition; put the first part in brackets`)
    return { kind: 'repeat', of: one, ...repeat }
  }

  /** Null for flags, which match nothing by themselves. */
  function parseGroup(flags: Flags): PatternNode | null {
    if (/^\?(?:[=!]|<[=!])/.test(reader.rest()))
      throw new PatternError('Google Sheets knows no look-ahead and no look-behind')
    let inner = flags
    if (reader.take('?')) {
      const named = reader.match(/P?<(\w+)>/y)
      const set = named ? null : reader.match(/([imsU]*)(?:-([imsU]+))?([:)])/y)
      if (!named && !set) throw new PatternError(`“(?${reader.rest().slice(0, 2)}” is not known`)
      if (set) {
        const changed = withFlags(flags, set[1] ?? '', set[2] ?? '')
        if (set[3] === ')') {
          Object.assign(flags, changed)
          return null
        }
        inner = changed
      }
    }
    const node = parseAny(inner)
    if (!reader.take(')')) throw new PatternError('a bracket is not closed')
    return node
  }

  function parseOne(flags: Flags): PatternNode | null {
    if (reader.sees('*') || reader.sees('+') || reader.sees('?'))
      throw new PatternError(`there is nothing before ${reader.next()} that could repeat`)
    if (reader.take('(')) return parseGroup(flags)
    if (reader.take('[')) return { kind: 'char', test: parseClass(reader, flags.ignoreCase) }
    if (reader.take('.')) return { kind: 'char', test: flags.dotAll ? () => true : (code) => code !== 10 }
    if (reader.take('^')) return { kind: 'assert', at: flags.multiLine ? 'line-start' : 'start' }
    if (reader.take('$')) return { kind: 'assert', at: flags.multiLine ? 'line-end' : 'end' }
    if (reader.take('\\Q')) {
      const literal = reader.match(/([\s\S]*?)(?:\\E|$)/y)?.[1] ?? ''
      return { kind: 'all', parts: Array.from(literal, (each) => char(is(each.codePointAt(0) ?? 0), flags)) }
    }
    if (reader.take('\\')) {
      const place = reader.match(/[AzbB]/y)?.[0]
      if (place) return { kind: 'assert', at: places[place]! }
      const found = parseEscape(reader)
      return char(typeof found === 'number' ? is(found) : found, flags)
    }
    return char(is(reader.next().codePointAt(0) ?? 0), flags)
  }

  const node = parseAny({ ignoreCase: false, multiLine: false, dotAll: false })
  if (!reader.done()) throw new PatternError('a bracket is closed that was not opened')
  return node
}

const is =
  (wanted: number): CharTest =>
  (code) =>
    code === wanted

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, now: boolean) => (on.includes(letter) || now) && !off.includes(letter)
  return {
    ignoreCase: value('i', flags.ignoreCase),
    multiLine: value('m', flags.multiLine),
    dotAll: value('s', flags.dotAll),
  }
}
