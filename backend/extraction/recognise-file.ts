// Tells what an uploaded file is by its bytes, whatever its name says: text, a workbook, or something to be refused.
import { readZipDirectory, unpack, type ZipEntry } from './zip-directory.ts'

export type FileKind = { kind: 'text' | 'xlsx' | 'ods' } | { kind: 'refused'; remedy: string }

const readable = 'an Excel workbook (.xlsx), an OpenDocument spreadsheet (.ods), CSV or any other text'

/** Formats that are neither text nor workbook, by their first bytes, with what to do instead. */
const foreign: [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'It is a PDF. Copy its text into the message instead.'],
  [[0x89, 0x50, 0x4e, 0x47], `It is a picture. Upload ${readable}.`],
  [[0xff, 0xd8, 0xff], `It is a picture. Upload ${readable}.`],
  [[0x47, 0x49, 0x46, 0x38], `It is a picture. Upload ${readable}.`],
  [[0x1f, 0x8b], 'It is packed. Unpack it and upload what is in it.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'It is packed. Unpack it and upload what is in it.'],
  [[0x52, 0x61, 0x72, 0x21], 'It is packed. Unpack it and upload what is in it.'],
]

/** What is in a zip that is no workbook, by an entry that only it has. */
const packages: [string, string][] = [
  ['xl/workbook.bin', 'It is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV and upload that.'],
  ['word/document.xml', 'It is a Word document. Copy its table or text into the message instead.'],
  ['ppt/presentation.xml', 'It is a presentation. Copy its table or text into the message instead.'],
  ['Index/Document.iwa', 'It is a Numbers document. Export it as Excel (.xlsx) or CSV and upload that.'],
  ['Index.zip', 'It is a Numbers document. Export it as Excel (.xlsx) or CSV and upload that.'],
]

const locked = 'It is protected by a password. Save it without one and upload that.'
const damaged = 'It is a damaged workbook or zip file. Open it where it was made, save it again and upload that.'

/** The most that a workbook may hold unpacked: four times this much memory is needed to read it. */
const unpackedBytes = 300_000_000
/** XML shrinks to a tenth, rarely to a fiftieth. What shrinks to less, and is not small, was made to do harm. */
const mostRatio = 250
const harmlessBytes = 20_000_000
const mostEntries = 10_000

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, index) => bytes[index] === byte)

/** Never throws and unpacks nothing but a few small entries. */
export function recogniseFile(bytes: Uint8Array): FileKind {
  for (const [magic, remedy] of foreign) if (startsWith(bytes, magic)) return { kind: 'refused', remedy }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'refused', remedy: compoundRemedy(bytes) }
  if (!startsWith(bytes, [0x50, 0x4b, 3, 4]) && !startsWith(bytes, [0x50, 0x4b, 5, 6])) return { kind: 'text' }
  const entries = readZipDirectory(bytes)
  if (!entries) return { kind: 'refused', remedy: damaged }
  return packageKind(bytes, entries)
}

/** Old Office files and encrypted new ones share one container. */
function compoundRemedy(bytes: Uint8Array): string {
  const inside = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (inside.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return locked
  if (inside.includes(Buffer.from('WordDocument', 'utf16le')))
    return 'It is an old Word document. Copy its table or text into the message instead.'
  return 'It is an old Excel workbook (.xls). Save it as .xlsx or CSV and upload that.'
}

function packageKind(bytes: Uint8Array, entries: ZipEntry[]): FileKind {
  const names = new Set(entries.map(({ name }) => name))
  const kind =
    names.has('xl/workbook.xml') || isSpreadsheetPackage(bytes, entries) ? 'xlsx' : openDocumentKind(bytes, entries)
  for (const [name, remedy] of packages) if (kind !== 'xlsx' && names.has(name)) return { kind: 'refused', remedy }
  if (kind === null)
    return {
      kind: 'refused',
      remedy: `It is a zip file, not a workbook. Unpack it and upload what is in it: ${readable}.`,
    }
  const remedy = whyNotRead(bytes, entries)
  return remedy ? { kind: 'refused', remedy } : { kind }
}

function whyNotRead(bytes: Uint8Array, entries: ZipEntry[]): string | null {
  if (
    entries.some(({ encrypted }) => encrypted) ||
    textOf(bytes, entries, 'META-INF/manifest.xml').includes('encryption-data')
  )
    return locked
  let size = 0
  for (const entry of entries) {
    // An entry that hides its size could unpack to anything.
    if (entry.size === 0 && entry.packed > 2) return damaged
    size += entry.size
  }
  const parts = 'Split it, or save the sheet that you need as CSV.'
  if (entries.length > mostEntries)
    return `It has ${entries.length.toLocaleString('en-US')} parts inside, too many to read. ${parts}`
  if (size > unpackedBytes)
    return `Unpacked it has ${Math.round(size / 1e6).toLocaleString('en-US')} MB; ${unpackedBytes / 1e6} MB can be read. ${parts}`
  if (size > harmlessBytes && size > bytes.length * mostRatio)
    return `Unpacked it is ${Math.round(size / bytes.length)} times as large, far more than a workbook is. ${parts}`
  return null
}

/** Some programs name the workbook's main part otherwise; the list of content types says where it is. */
function isSpreadsheetPackage(bytes: Uint8Array, entries: ZipEntry[]): boolean {
  return textOf(bytes, entries, '[Content_Types].xml').includes('spreadsheetml.sheet.main+xml')
}

function openDocumentKind(bytes: Uint8Array, entries: ZipEntry[]): 'ods' | null {
  const type = textOf(bytes, entries, 'mimetype').trim()
  return type.startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : null
}

function textOf(bytes: Uint8Array, entries: ZipEntry[], name: string): string {
  const entry = entries.find((other) => other.name === name)
  if (!entry || entry.size > 1_000_000) return ''
  try {
    return new TextDecoder().decode(unpack(bytes, entry))
  } catch {
    return ''
  }
}
