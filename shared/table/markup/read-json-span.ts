// Finds where a JSON value that opens with a bracket closes.

// Deeper nesting is no table, and would exhaust the stack of what reads it.
const deepest = 100

/** No bracket closes the value: because the text ends first, or because it is no JSON. */
export const cutShort = -1
export const notJson = -2

/**
 * The offset after the bracket that closes the one at `start`, or why there is none before `limit`.
 * `allowance.left` is what may still be looked at in all; it shrinks by what was.
 */
export function closeOf(text: string, start: number, limit: number, allowance: { left: number }): number {
  const stop = Math.min(limit, start + allowance.left)
  let depth = 0
  let at = start
  let end = stop < limit ? notJson : cutShort
  for (; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code === 34 || code === 39) {
      const close = closeString(text, at, stop, code)
      if (close < 0) {
        if (close === notJson) end = notJson
        at = stop
        break
      }
      at = close
    } else if (code === 91 || code === 123) {
      if (++depth > deepest) {
        end = notJson
        break
      }
    } else if ((code === 93 || code === 125) && --depth === 0) {
      allowance.left -= at - start
      return at + 1
    }
  }
  allowance.left -= at - start
  return end
}

function closeString(text: string, open: number, stop: number, quote: number): number {
  for (let at = open + 1; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    if (code === 92) at++
    // A string never holds a bare line break.
    else if (code === 10) return notJson
  }
  return cutShort
}
