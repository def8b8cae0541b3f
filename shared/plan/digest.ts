// A short name for a piece of data, to tell whether it is still the same; it is no protection against forgery.

/** One step of the 32-bit FNV-1a hash (offset 2166136261, prime 16777619), over UTF-16 units instead of bytes. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 16777619)
}

/** The digest of plain data, the same for the same JSON: a hash forwards, one backwards, and the length, in base 36. */
export function digestOf(data: unknown): string {
  const text = JSON.stringify(data)
  let forwards = 2166136261
  let backwards = 2166136261
  for (let index = 0; index < text.length; index++) {
    forwards = step(forwards, text.charCodeAt(index))
    backwards = step(backwards, text.charCodeAt(text.length - 1 - index))
  }
  return [forwards >>> 0, backwards >>> 0, text.length].map((part) => part.toString(36)).join('-')
}
