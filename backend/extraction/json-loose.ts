// Reads one value that is almost JSON: trailing commas, line breaks in strings, bare keys, None and True of other languages.

const words: Record<string, unknown> = {
  null: null,
  None: null,
  undefined: null,
  NaN: null,
  true: true,
  True: true,
  false: false,
  False: false,
}
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }
const deepest = 200

/** The value, or undefined when it cannot be read to its end. Numbers that JSON does not know stay text. */
export function parseLoosely(text: string): unknown {
  let at = 0
  const skip = () => {
    while (at < text.length && /[\s,]/.test(text[at]!)) at += 1
  }

  const readString = (): string | undefined => {
    let out = ''
    for (at += 1; at < text.length; at += 1) {
      const sign = text[at]!
      if (sign === '"') {
        at += 1
        return out
      }
      if (sign !== '\\') {
        out += sign
        continue
      }
      at += 1
      const code = /^u([0-9a-f]{4})/i.exec(text.slice(at, at + 5))
      if (code) {
        out += String.fromCharCode(Number.parseInt(code[1]!, 16))
        at += 4
      } else out += escapes[text[at]!] ?? text[at] ?? ''
    }
    return undefined
  }

  const readBare = (): unknown => {
    const bare = /^[^\s,:{}[\]"]+/.exec(text.slice(at, at + 1000))?.[0]
    if (!bare) return undefined
    at += bare.length
    if (bare in words) return words[bare]
    return /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : bare
  }

  const readList = (depth: number): unknown[] | undefined => {
    const list: unknown[] = []
    at += 1
    for (;;) {
      skip()
      if (text[at] === ']') {
        at += 1
        return list
      }
      const value = readValue(depth)
      if (value === undefined) return undefined
      list.push(value)
    }
  }

  const readObject = (depth: number): Record<string, unknown> | undefined => {
    const members: [string, unknown][] = []
    at += 1
    for (;;) {
      skip()
      if (text[at] === '}') {
        at += 1
        return Object.fromEntries(members)
      }
      const key = text[at] === '"' ? readString() : readBare()
      skip()
      if (key === undefined || text[at] !== ':') return undefined
      at += 1
      skip()
      const value = readValue(depth)
      if (value === undefined) return undefined
      members.push([String(key), value])
    }
  }

  const readValue = (depth: number): unknown => {
    if (depth > deepest) return undefined
    if (text[at] === '"') return readString()
    if (text[at] === '[') return readList(depth + 1)
    if (text[at] === '{') return readObject(depth + 1)
    return readBare()
  }

  skip()
  const value = readValue(0)
  skip()
  return at < text.length ? undefined : value
}
