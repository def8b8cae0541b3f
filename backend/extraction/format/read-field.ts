// Reads one cell as the value that a field of a JSON Schema asks for, or says why it is not one.
import type { CellFault } from '../../../shared/contract/output-schemas.ts'
import { readCell } from '../../../shared/table/parse/parse-cell.ts'
import { conventionsOf } from '../../../shared/table/parse/parse-locale.ts'
import type { Cell, Column } from '../../../shared/table/table.ts'
import { isWholeMatch } from '../../../shared/template/re2.ts'
import { convertCell } from '../../tables/convert-cell.ts'
import type { Field, Scalar } from './format.ts'

export type Read = { value: unknown } | { fault: CellFault; says: string }

const no = (fault: CellFault, says: string): Read => ({ fault, says })

const day = /^\d{4}-\d{2}-\d{2}/
const clock = /(\d{2}:\d{2}:\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:?\d{2})?$/

/** What `format` asks of a text: days and times as ISO 8601 writes them; a time that names no zone is one of UTC. */
const byFormat: Record<string, (text: string) => string | null> = {
  date: (text) => day.exec(text)?.[0] ?? null,
  time: (text) =>
    clock.test(text) ? text.replace(/^.*[T ]/, '').replace(clock, (_, t, zone) => t + (zone ?? 'Z')) : null,
  'date-time': (text) => {
    const [date] = day.exec(text) ?? []
    const time = clock.exec(text)
    return date && time ? `${date}T${time[1]}${time[2] ?? 'Z'}` : null
  },
  email: (text) => (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : null),
  uri: (text) => (/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) ? text : null),
  uuid: (text) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null),
  ipv4: (text) => (/^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/.test(text) ? text : null),
}
byFormat['idn-email'] = byFormat.email!
byFormat.url = byFormat.uri!
byFormat.iri = byFormat.uri!

/** In the column type that reads a text as such a format. */
const typeOfFormat: Record<string, Column['type']> = { date: 'date', time: 'time', 'date-time': 'datetime' }

const fold = (value: unknown) => String(value).trim().toLowerCase()

/** The listed value that the cell says, in the list's own writing. */
function fromList(cell: string | number | boolean, listed: NonNullable<Scalar['listed']>): Read {
  const exact = listed.find((value) => value === cell || String(value) === String(cell))
  if (exact !== undefined) return { value: exact }
  const alike = listed.filter((value) => fold(value) === fold(cell))
  if (alike.length === 1) return { value: alike[0] }
  const shown = listed.slice(0, 5).join(', ')
  return no('not_listed', `is not one of ${shown}${listed.length > 5 ? ', …' : ''}`)
}

function readNumber(cell: string | number | boolean, from: Column, locale: string | undefined): number | null {
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean' || from.type === 'date' || from.type === 'datetime' || from.type === 'time') return null
  for (const type of ['number', 'currency', 'percent'] as const) {
    const parsed = readCell(cell.trim(), conventionsOf(locale), type)
    if (typeof parsed?.value === 'number') return parsed.value
  }
  return null
}

function checkNumber(value: number, whole: boolean, { min, max, above, below, step }: Scalar['bounds']): Read {
  if (whole && !Number.isInteger(value)) return no('wrong_type', 'is no whole number')
  if (value < min) return no('out_of_bounds', `is less than ${min}`)
  if (value > max) return no('out_of_bounds', `is more than ${max}`)
  if (value <= above) return no('out_of_bounds', `is not more than ${above}`)
  if (value >= below) return no('out_of_bounds', `is not less than ${below}`)
  const parts = step === null || step === 0 ? 0 : value / step
  if (Math.abs(parts - Math.round(parts)) > 1e-9 * Math.max(1, Math.abs(parts)))
    return no('out_of_bounds', `is no multiple of ${step}`)
  return { value }
}

function checkText(text: string, { length, pattern }: Scalar): Read {
  const characters = [...text].length
  if (characters < length.min) return no('out_of_bounds', `has fewer than ${length.min} characters`)
  if (characters > length.max) return no('out_of_bounds', `has more than ${length.max} characters`)
  if (pattern !== null && !isWholeMatch(pattern, text)) return no('not_matching', 'is not written as the pattern asks')
  return { value: text }
}

function readText(cell: string | number | boolean, scalar: Scalar, from: Column, locale: string | undefined): Read {
  const { format } = scalar
  const type = format === null ? undefined : typeOfFormat[format]
  let text = String(convertCell(cell, from, { ...from, type: 'text' }) ?? '')
  if (format === null) return checkText(text, scalar)
  if (type && typeof cell === 'string' && from.type === 'text')
    text = String(readCell(text.trim(), conventionsOf(locale), type)?.value ?? text)
  const written = byFormat[format]?.(text.trim())
  return written == null ? no('wrong_type', `is not written as ${format}`) : checkText(written, scalar)
}

function readScalar(cell: string | number | boolean, scalar: Scalar, from: Column, locale: string | undefined): Read {
  if (scalar.listed !== null) return fromList(cell, scalar.listed)
  const takes = (type: Scalar['types'][number]) => scalar.types.includes(type)
  if (takes('number') || takes('integer')) {
    const value = readNumber(cell, from, locale)
    // Where texts will do too, only what was read as a number is one.
    if (value !== null && (typeof cell === 'number' || !takes('string')))
      return checkNumber(value, !takes('number'), scalar.bounds)
  }
  if (takes('boolean')) {
    const value = typeof cell === 'string' ? readCell(cell.trim(), conventionsOf(locale), 'boolean')?.value : cell
    if (typeof value === 'boolean' && (typeof cell === 'boolean' || !takes('string'))) return { value }
  }
  if (takes('string')) return readText(cell, scalar, from, locale)
  const names = { number: 'a number', integer: 'a whole number', boolean: 'true or false', string: 'a text' }
  return no('wrong_type', `is not ${scalar.types.map((type) => names[type]).join(' or ')}`)
}

/** A list as people write one into a cell. */
const between = /\s*[;\n|]\s*|\s*,\s+|,(?!\d)/u

/** The value of a cell that is not empty. `from` is the table's column. */
export function readField(cell: NonNullable<Cell>, { scalar, list }: Field, from: Column, locale?: string): Read {
  if (!list) return readScalar(cell, scalar, from, locale)
  const parts = typeof cell === 'string' ? cell.split(between).filter((part) => part.trim() !== '') : [cell]
  const values: unknown[] = []
  for (const part of parts) {
    const read = readScalar(typeof part === 'string' ? part.trim() : part, scalar, from, locale)
    if ('fault' in read) return read
    values.push(read.value)
  }
  if (values.length < list.min) return no('out_of_bounds', `lists fewer than ${list.min}`)
  if (values.length > list.max) return no('out_of_bounds', `lists more than ${list.max}`)
  if (list.unique && new Set(values).size < values.length) return no('rule_broken', 'lists something twice')
  return { value: values }
}
