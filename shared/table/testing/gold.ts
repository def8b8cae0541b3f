// What a file stands for, written down by hand: the table, and the notation it is written in.

/** The table a text stands for. */
export type Gold = { header: string[] | null; rows: string[][] }

/** A file with the table it stands for. */
export type SurveyCase = {
  kind: string
  bytes: Uint8Array
  gold: Gold
  /** Other readings that are as right as the gold. */
  or?: Gold[]
  /** Further tables of the same file, in their order. */
  others?: Gold[]
}

export type CaseOptions = { encoding?: string; or?: (string | Gold)[]; others?: (string | Gold)[] }

/** Reads the notation: cells between `¦`, a newline in a cell as `⏎`, the header first (`(none)`: there is none). */
export function goldOf(notation: string | Gold): Gold {
  if (typeof notation !== 'string') return notation
  const lines = notation.replace(/^\n/v, '').replace(/\n$/v, '').split('\n')
  if (lines.length === 1 && lines[0] === '') return { header: null, rows: [] }
  const cells = lines.map((line) => line.split('¦').map((cell) => cell.replaceAll('⏎', '\n')))
  const [first, ...rest] = cells
  return { header: lines[0] === '(none)' ? null : first!, rows: rest }
}

/** One file of the survey: its text, which is encoded, and the table in it. */
export function survey(
  kind: string,
  text: string,
  gold: string | Gold,
  { encoding, or, others }: CaseOptions = {},
): SurveyCase {
  return {
    kind,
    bytes: encodeText(text, encoding ?? 'utf-8'),
    gold: goldOf(gold),
    ...(or ? { or: or.map(goldOf) } : {}),
    ...(others ? { others: others.map(goldOf) } : {}),
  }
}

/** Rows as lines with a delimiter, nothing quoted. */
export function join(rows: readonly (readonly string[])[], delimiter: string, newline = '\n'): string {
  return rows.map((row) => row.join(delimiter) + newline).join('')
}

/** Rows as lines, cells quoted where they need it or everywhere. */
export function quoteJoin(
  rows: readonly (readonly string[])[],
  delimiter: string,
  { quote = '"', newline = '\n', all = false } = {},
): string {
  const write = (cell: string): string => {
    const needed = cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/v.test(cell)
    return all || needed ? quote + cell.replaceAll(quote, quote + quote) + quote : cell
  }
  return rows.map((row) => row.map(write).join(delimiter) + newline).join('')
}

const encoders = new Map<string, Map<string, number[]>>()

/** Encodes text in any encoding that TextDecoder knows; UTF-16 comes with its byte order mark. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) return encodeWide(text, encoding)
  const encoder = encoders.get(encoding) ?? invert(encoding)
  encoders.set(encoding, encoder)
  const bytes: number[] = []
  for (const char of text) bytes.push(...(encoder.get(char) ?? [63]))
  return Uint8Array.from(bytes)
}

function encodeWide(text: string, encoding: string): Uint8Array {
  const bare = encoding.endsWith('-bare')
  const little = encoding.startsWith('utf-16le')
  const bytes: number[] = []
  for (const unit of bare ? text : `\ufeff${text}`) {
    for (let i = 0; i < unit.length; i++) {
      const code = unit.charCodeAt(i)
      bytes.push(...(little ? [code & 255, code >> 8] : [code >> 8, code & 255]))
    }
  }
  return Uint8Array.from(bytes)
}

// TextDecoder only decodes, so every byte and every pair of bytes is decoded once and the answers turned round.
function invert(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding)
  const encoder = new Map<string, number[]>()
  for (let a = 0; a < 256; a++) {
    const char = decoder.decode(Uint8Array.of(a))
    if (char.length === 1 && char !== '\ufffd') encoder.set(char, [a])
  }
  if (/^(?:windows|iso|ibm|koi8|mac)/v.test(encoding)) return encoder
  for (let a = 0x81; a < 0xff; a++) {
    for (let b = 0x40; b < 0xff; b++) {
      const char = decoder.decode(Uint8Array.of(a, b))
      if (char.length === 1 && char !== '\ufffd' && !encoder.has(char)) encoder.set(char, [a, b])
    }
  }
  return encoder
}
