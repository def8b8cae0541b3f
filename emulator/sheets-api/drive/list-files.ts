// `files.list`: searched, sorted and paged.
import { accessOf } from '../access.ts'
import { type DriveFile, nameOf } from '../files.ts'
import type { Call } from '../http/call.ts'
import { DriveError } from './drive-error.ts'
import { answered, fileResource, shortFile } from './file-resource.ts'
import { readQuery } from './search-query.ts'

const orders: Record<string, (file: DriveFile) => string | number> = {
  createdTime: (file) => file.createdTime,
  folder: (file) => (file.book ? 1 : 0),
  modifiedTime: (file) => file.modifiedTime,
  modifiedByMeTime: (file) => file.modifiedTime,
  viewedByMeTime: (file) => file.modifiedTime,
  recency: (file) => file.modifiedTime,
  name: (file) => nameOf(file),
  name_natural: (file) => nameOf(file).toLowerCase(),
  quotaBytesUsed: () => 0,
  sharedWithMeTime: (file) => file.createdTime,
  starred: (file) => (file.starred ? 0 : 1),
}

export function listFiles(call: Call): object {
  const { query, files, caller } = call
  const test = query.q ? readQuery(String(query.q), caller) : () => true
  const seen = files.all().filter((file) => ['read', 'write'].includes(accessOf(file, caller)) && test(file))
  const sorted = sortFiles(seen, String(query.orderBy ?? 'modifiedTime desc'))
  const size = Number(query.pageSize ?? 100)
  if (size < 1 || size > 1000)
    throw new DriveError(
      400,
      'invalidParameter',
      `Invalid value '${size}'. Values must be within the range: [1, 1000]`,
      'pageSize',
    )
  const start = query.pageToken ? Number(Buffer.from(String(query.pageToken), 'base64url').toString()) : 0
  if (!Number.isInteger(start)) throw new DriveError(400, 'invalid', 'Invalid Value', 'pageToken')
  const page = sorted.slice(start, start + size)
  const more = start + size < sorted.length
  return {
    kind: 'drive#fileList',
    incompleteSearch: false,
    ...(more ? { nextPageToken: Buffer.from(String(start + size)).toString('base64url') } : {}),
    files: page.map((file) => answered(call, fileResource(file, caller), shortFile)),
  }
}

function sortFiles(files: DriveFile[], order: string): DriveFile[] {
  const keys = order.split(',').map((part) => {
    const [name = '', direction] = part.trim().split(/\s+/)
    const key = orders[name]
    if (!key) throw new DriveError(400, 'invalid', 'Invalid Value', 'orderBy')
    return { key, sign: direction === 'desc' ? -1 : 1 }
  })
  return files.toSorted((one, other) => {
    for (const { key, sign } of keys) {
      const [a, b] = [key(one), key(other)]
      if (a !== b) return a < b ? -sign : sign
    }
    return 0
  })
}
