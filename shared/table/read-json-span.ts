// Finds where a JSON value that opens with a bracket closes.

// Deeper nesting is no table, and would exhaust the stack of what reads it.
const deepest = 100

/**
 * The offset after the bracket that closes the one at `start`, or -1 when none does before `limit`.
 * `allowance.left` is what may still be looked at in all; it shrinks by what was.
 */
export function closeOf(text: string, start: number, limit: number, allowance: { left: number }): number {
  const stop = Math.min(limit, start + allowance.left)
  let depth = 0
  let at = start
  for (; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      at = closeString(text, at, stop)
      if (at < 0) break
    } else if (code === 91 || code === 123) {
      if (++depth > deepest) break
    } else if ((code === 93 || code === 125) && --depth === 0) {
      allowance.left -= at - start
      return at + 1
    }
  }
  allowance.left -= (at < 0 ? stop : at) - start
  return -1
}

function closeString(text: string, open: number, stop: number): number {
  for (let at = open + 1; at < stop; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return at
    if (code === 92) at++
    // A JSON string never holds a bare line break.
    else if (code === 10) return -1
  }
  return -1
}
