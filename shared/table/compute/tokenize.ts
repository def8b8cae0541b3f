// Cuts a row expression into its words and signs.
import { ExpressionError } from './node.ts'

/** `column` is a name in brackets or quotes; `word` a column's key, a function or TRUE and FALSE. */
export type Token = { kind: 'number' | 'text' | 'column' | 'word' | 'sign'; text: string; at: number }

const pattern =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|"((?:[^"]|"")*)"|\[((?:[^\]]|\]\])*)\](?!\])|'((?:[^']|'')*)'|`([^`]*)`|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(<=|>=|<>|[-+*/^&=<>(),;%×÷−≤≥≠]))/uy

/** Signs as people write them, and as a sheet does. */
const plainSigns: Record<string, string> = { '×': '*', '÷': '/', '−': '-', '≤': '<=', '≥': '>=', '≠': '<>' }

/** How many parts an expression may have: far above any real one, far below the end of the stack. */
const longest = 500

/** Throws `ExpressionError` at the first part that belongs to no expression. */
export function tokenize(expression: string): Token[] {
  const tokens: Token[] = []
  const end = expression.trimEnd().length
  pattern.lastIndex = 0
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const match = pattern.exec(expression)
    if (!match)
      throw new ExpressionError(
        `“${expression.slice(from).trim().slice(0, 60)}” is not part of a row expression.`,
        from,
      )
    const at = from + match[0].length - match[0].trimStart().length
    const [, number, text, bracketed, quoted, ticked, word, sign] = match
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll('""', '"'), at })
    else if (bracketed !== undefined) tokens.push({ kind: 'column', text: bracketed.replaceAll(']]', ']'), at })
    else if (quoted !== undefined) tokens.push({ kind: 'column', text: quoted.replaceAll("''", "'"), at })
    else if (ticked !== undefined) tokens.push({ kind: 'column', text: ticked, at })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at })
    else tokens.push({ kind: 'sign', text: plainSigns[sign ?? ''] ?? sign ?? '', at })
    if (tokens.length > longest) throw new ExpressionError('The expression is too long.', at)
  }
  return tokens
}
