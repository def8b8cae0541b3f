// Reads server-sent events out of text that comes in pieces: of the standard, all that a reply's stream uses.

/**
 * Answers what to call with each piece, wherever it was cut. `onEvent` hears the data and the id of every event that has
 * come whole. Lines end with a line feed, with or without a carriage return: alone, that ends none here.
 */
export function readEventStream(onEvent: (data: string, id: string | undefined) => void): (piece: string) => void {
  let begun = ''
  let data: string[] = []
  let id: string | undefined

  return (piece) => {
    const lines = piece.split('\n')
    lines[0] = begun + lines[0]
    begun = lines.pop() ?? ''
    for (const written of lines) {
      const line = written.replace(/\r$/, '')
      const [field = ''] = line.split(':', 1)
      const value = line.slice(field.length + 1).replace(/^ /, '')
      if (field === 'data') data.push(value)
      if (field === 'id') id = value
      if (line !== '') continue
      if (data.length > 0) onEvent(data.join('\n'), id)
      data = []
      id = undefined
    }
  }
}
