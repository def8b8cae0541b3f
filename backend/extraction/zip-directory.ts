// Reads the directory of a zip file, which says what is in it before anything is unpacked, and unpacks single entries.
import { inflateRawSync } from 'node:zlib'

export type ZipEntry = {
  name: string
  /** Unpacked and packed size in bytes, as the directory says. */
  size: number
  packed: number
  /** 0 is stored, 8 deflated; no workbook uses any other. */
  method: number
  encrypted: boolean
  offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const wideField = 1
const unsaid = 0xffffffff

/** The entries of a zip file, or null for bytes that are none or are damaged. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  try {
    return entriesOf(bytes)
  } catch (error) {
    // A place beyond the file's end.
    if (error instanceof RangeError) return null
    throw error
  }
}

function entriesOf(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === unsaid) {
    const wide = number64(view, end - 20 + 8)
    count = number64(view, wide + 32)
    at = number64(view, wide + 48)
  }
  const entries: ZipEntry[] = []
  const decoder = new TextDecoder()
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== entryMark) return null
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const rest = at + 46 + name
    const sizes = {
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, rest)),
      ...widened(view, rest, rest + extra, sizes),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at = rest + extra + comment
  }
  return entries
}

type Sizes = Pick<ZipEntry, 'size' | 'packed' | 'offset'>

/** The numbers that 32 bits cannot hold stand, in this order, in an extra field. */
function widened(view: DataView, from: number, to: number, sizes: Sizes): Sizes {
  const wide = { ...sizes }
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== wideField) continue
    let next = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (sizes[key] !== unsaid) continue
      wide[key] = number64(view, next)
      next += 8
    }
  }
  return wide
}

const number64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true))

/** An entry's content; throws when it is damaged or larger than the directory says. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== localMark) throw new RangeError('No such entry')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed
  return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--) if (view.getUint32(at, true) === endMark) return at
  return -1
}
