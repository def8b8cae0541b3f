// Reads the arguments a script passes, refusing wrong ones the way Google does.
import { type Args, Handle, type Kind, stateOf } from './service.ts'

/** Thrown by the readers; becomes Google's "don't match the method signature" where the method's name is known. */
export class SignatureMismatch extends Error {}

export function number(args: Args, index: number): number {
  const value = args[index]
  if (typeof value !== 'number') throw new SignatureMismatch()
  return value
}

export function integer(args: Args, index: number): number {
  return Math.trunc(number(args, index))
}

export function string(args: Args, index: number): string {
  const value = args[index]
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new SignatureMismatch()
}

export function textOrNull(args: Args, index: number): string | null {
  const value = args[index]
  return value === null || value === undefined ? null : string(args, index)
}

export function boolean(args: Args, index: number): boolean {
  const value = args[index]
  if (typeof value !== 'boolean') throw new SignatureMismatch()
  return value
}

export function list(args: Args, index: number): unknown[] {
  const value = args[index]
  if (!Array.isArray(value)) throw new SignatureMismatch()
  return value
}

export function strings(args: Args, index: number): string[] {
  return list(args, index).map((value) => string([value], 0))
}

/** A two-dimensional array of exactly the given size, with Google's texts when it is not. */
export function grid(args: Args, index: number, rows: number, columns: number): unknown[][] {
  const lines = list(args, index).map((line) => list([line], 0))
  const mismatch = (what: string, has: number, wants: number) =>
    new Error(
      `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wants}.`,
    )
  if (lines.length !== rows) throw mismatch('rows', lines.length, rows)
  for (const line of lines) if (line.length !== columns) throw mismatch('columns', line.length, columns)
  return lines
}

export function record(args: Args, index: number): Record<string, unknown> {
  const value = args[index]
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Handle)
    throw new SignatureMismatch()
  return value as Record<string, unknown>
}

export function instance<S>(args: Args, index: number, kind: Kind<S>): S {
  const state = stateOf(kind, args[index])
  if (state === undefined) throw new SignatureMismatch()
  return state
}

/** True for a Date of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/** The arguments' types as Google lists them: `(number,String)`. */
export function typeNames(args: Args): string {
  return args.map(typeName).join(',')
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Handle) return value.kind.name
  if (Array.isArray(value)) return value.length > 0 ? `${typeName(value[0])}[]` : 'number[]'
  if (isDate(value)) return 'Date'
  const names: Record<string, string> = { string: 'String', number: 'number', boolean: 'Boolean' }
  return names[typeof value] ?? '(class)'
}
