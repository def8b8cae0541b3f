// Finds whole JSON objects in text that is not one object a line: spread over lines, run together, or in one array.

/** More than this without an end is no message of a model's. */
const longest = 16 * 1024 * 1024

export type JsonSalvager = {
  feed(text: string): void
  /** Whether an object was begun that has not ended. */
  open(): boolean
  /** Forgets what was begun. */
  drop(): void
}

/** `onObject` is called for every whole object, and for the objects of a whole array. */
export const createJsonSalvager = (onObject: (value: unknown) => void): JsonSalvager => {
  let parts: string[] = []
  let size = 0
  let depth = 0
  let quoted = false
  let escaped = false

  const drop = () => {
    parts = []
    size = 0
    depth = 0
    quoted = false
    escaped = false
  }

  const tell = (json: string) => {
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch {
      return
    }
    for (const one of Array.isArray(value) ? value : [value]) onObject(one)
  }

  const feed = (text: string) => {
    let start = 0
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]
      if (quoted) {
        if (escaped) escaped = false
        else if (sign === '\\') escaped = true
        else if (sign === '"') quoted = false
      } else if (sign === '{' || sign === '[') {
        if (depth === 0) start = at
        depth += 1
      } else if (depth === 0) {
        // Whatever stands between objects is noise.
      } else if (sign === '"') quoted = true
      else if (sign === '}' || sign === ']') {
        depth -= 1
        if (depth > 0) continue
        const whole = parts.join('') + text.slice(start, at + 1)
        drop()
        tell(whole)
      }
    }
    if (depth === 0) return
    parts.push(text.slice(start))
    size += text.length - start
    if (size > longest) drop()
  }

  return { feed, open: () => depth > 0, drop }
}
