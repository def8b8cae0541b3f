// Which arguments a method takes, after the signatures that Google publishes.
import { Handle, shortName } from './service.ts'
import { buildersSignatures } from './signatures/builders.ts'
import { rangeSignatures } from './signatures/range.ts'
import { servicesSignatures } from './signatures/services.ts'
import { sheetSignatures } from './signatures/sheet.ts'

const published: Record<string, string> = {
  ...rangeSignatures,
  ...sheetSignatures,
  ...buildersSignatures,
  ...servicesSignatures,
}
const parsed = new Map<string, Map<string, string[][]>>()
const blobs = new Set(['Blob', 'HtmlOutput', 'HTTPResponse', 'Spreadsheet', 'File'])

/**
 * The signatures of a class by method, each a list of types: `s` text, `n` number, `b` boolean, `B` boolean or null,
 * `d` date, `o` anything, `[` before a type for an array of it, `*` before the last one for any number of them, else a
 * class or an enum by its name. Empty for a class that is not among the published ones.
 */
export function signaturesOf(className: string): Map<string, string[][]> {
  const known = parsed.get(className)
  if (known) return known
  const methods = new Map<string, string[][]>()
  for (const [, name = '', lists = ''] of (published[className] ?? '').matchAll(/(\w+)((?:\([^)]*\))+)/g))
    methods.set(
      name,
      [...lists.matchAll(/\(([^)]*)\)/g)].map(([, types = '']) => (types ? types.split(',') : [])),
    )
  parsed.set(className, methods)
  return methods
}

/** Whether arguments fit one signature. */
export function fits(args: readonly unknown[], types: string[]): boolean {
  const last = types.at(-1)
  if (last?.startsWith('*')) return args.length >= types.length - 1
  return args.length === types.length && args.every((arg, index) => isOf(arg, types[index]!))
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'o') return true
  if (type === 'n') return typeof value === 'number'
  if (type === 'b') return typeof value === 'boolean'
  if (value === null || value === undefined) return true
  if (type === 'B') return typeof value === 'boolean'
  if (type === 's') return ['string', 'number', 'boolean'].includes(typeof value)
  if (type === 'd') return Object.prototype.toString.call(value) === '[object Date]'
  if (type === '[n') return Array.isArray(value)
  if (type.startsWith('[')) return Array.isArray(value) && value.every((one) => isOf(one, type.slice(1)))
  if (!(value instanceof Handle)) return false
  const name = shortName(value.kind)
  return name === type || name === `${type}Builder` || (type === 'BlobSource' && blobs.has(name))
}
