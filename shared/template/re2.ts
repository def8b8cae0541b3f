// Patterns as Google Sheets understands them in REGEXMATCH: whether one is valid, and whether a text matches it.
import { compilePattern } from './re2/match.ts'
import { PatternError } from './re2/node.ts'
import { parsePattern } from './re2/parse.ts'

type Compiled = { matches: (text: string) => boolean; fault: null } | { matches: null; fault: string }

function compile(pattern: string): Compiled {
  try {
    return { matches: compilePattern(parsePattern(pattern)), fault: null }
  } catch (error) {
    if (error instanceof PatternError) return { matches: null, fault: error.message }
    throw error
  }
}

const known = new Map<string, Compiled>()
const mostKnown = 100

function compiled(pattern: string): Compiled {
  let found = known.get(pattern)
  if (!found) {
    found = compile(pattern)
    if (known.size >= mostKnown) known.clear()
    known.set(pattern, found)
  }
  return found
}

/** Why Google Sheets would refuse a pattern, as a sentence part; null when it is a valid RE2 expression. */
export const patternFault = (pattern: string): string | null => compiled(pattern).fault

/** Whether a pattern matches the whole text. A pattern that is none matches nothing. */
export const isWholeMatch = (pattern: string, text: string): boolean => compiled(pattern).matches?.(text) ?? false
