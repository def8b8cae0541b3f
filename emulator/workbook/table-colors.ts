// The colours of native tables.
import type { Table } from './sheet-objects.ts'

/** Google's colours where none were asked for, and those that were. */
export function tableColors({ colors }: Table): {
  header: string
  first: string
  second: string
  footer: string | null
} {
  return { header: '#356854', first: '#ffffff', second: '#f6f8f9', footer: null, ...colors }
}
