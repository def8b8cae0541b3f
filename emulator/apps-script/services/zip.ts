// Zip archives of blobs: writing one and reading one.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export type Entry = { name: string; bytes: Buffer }

const local = 0x04034b50
const central = 0x02014b50
const end = 0x06054b50
const utf8Names = 0x800

/** An archive of the entries, each deflated. */
export function zip(entries: Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(utf8Names, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(named.length, 22)
    const head = Buffer.alloc(4)
    head.writeUInt32LE(local)
    parts.push(head, common, named, packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(central, 0)
    entry.writeUInt16LE(20, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, named)
    offset += 30 + named.length + packed.length
  }
  const list = Buffer.concat(directory)
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(end, 0)
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(list.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, tail])
}

/** The entries of an archive in its order, without its folders. Throws Google's error when it is none. */
export function unzip(archive: Buffer): Entry[] {
  const at = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (at < 0) throw new Error('Invalid argument')
  let place = archive.readUInt32LE(at + 16)
  const entries: Entry[] = []
  for (let index = 0; index < archive.readUInt16LE(at + 10); index++) {
    const [method, size] = [archive.readUInt16LE(place + 10), archive.readUInt32LE(place + 20)]
    const nameLength = archive.readUInt16LE(place + 28)
    const name = archive.toString('utf8', place + 46, place + 46 + nameLength)
    const start = archive.readUInt32LE(place + 42)
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
    const packed = archive.subarray(from, from + size)
    if (!name.endsWith('/')) entries.push({ name, bytes: method === 0 ? Buffer.from(packed) : inflateRawSync(packed) })
    place += 46 + nameLength + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32)
  }
  return entries
}
