// Takes the quotes and escapes off a JSON string while it streams in: some servers send arguments as JSON inside JSON.

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

export type Unquoter = { feed(piece: string): string; isClosed(): boolean }

/** Begins after the opening quote; what follows the closing one is handed on as it is, so that it is seen. */
export const createUnquoter = (): Unquoter => {
  let pending = ''
  let closed = false

  return {
    feed(piece) {
      if (closed) return piece
      let out = ''
      let from = 0
      for (let at = 0; at < piece.length; at += 1) {
        const sign = piece[at]!
        if (pending !== '') {
          pending += sign
          from = at + 1
          if (pending[1] !== 'u') {
            out += escapes[sign] ?? sign
            pending = ''
          } else if (pending.length === 6) {
            out += String.fromCharCode(Number.parseInt(pending.slice(2), 16) || 0xfffd)
            pending = ''
          }
        } else if (sign === '\\') {
          out += piece.slice(from, at)
          from = at + 1
          pending = sign
        } else if (sign === '"') {
          closed = true
          return out + piece.slice(from, at) + piece.slice(at + 1)
        }
      }
      return out + piece.slice(from)
    },
    isClosed: () => closed,
  }
}
