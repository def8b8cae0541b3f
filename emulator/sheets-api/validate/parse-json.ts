// Parses a JSON body, and says of a broken one where it breaks, as Google's parser does.
import { badRequest } from '../api-error.ts'

/** How much text before and after the fault is shown. */
const shown = 20

/** The value of a body; `{}` for an empty one. */
export function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8')
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = faultIn(text, error)
    const from = Math.max(0, at - shown)
    const reason = at >= text.length ? 'Unexpected end of string. Expected a value.' : 'Unexpected token.'
    throw badRequest(
      `Invalid JSON payload received. ${reason}\n${text.slice(from, at + shown)}\n${' '.repeat(at - from)}^`,
    )
  }
}

function faultIn(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  if (position) return Number(position)
  // V8 shows short texts without a position: the fault is then where the shortest broken beginning ends.
  const token = /Unexpected token '(.+?)', /u.exec(error instanceof Error ? error.message : '')?.[1]
  return token ? Math.max(0, text.indexOf(token)) : text.length
}
