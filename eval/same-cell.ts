// Whether a cell holds the value that is expected: numbers by value, text without regard to case, width and edges.
import type { Cell } from '../shared/table/table.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?"'“”„«»()。、]+|[\s.,;:!?"'“”„«»()。、]+$/g, '')

const same = (wanted: Cell, got: Cell): boolean => {
  if (wanted === null || got === null) return wanted === got
  if (typeof wanted === 'number' && typeof got === 'number')
    return Math.abs(wanted - got) <= 1e-9 * Math.max(1, Math.abs(wanted))
  if (typeof wanted !== 'string') return wanted === got
  if (/^\d\d:\d\d/.test(wanted) || /^\d{4}-\d\d-\d\d/.test(wanted))
    return String(got).replace(/:00$/, '') === wanted.replace(/:00$/, '')
  return plain(wanted) === plain(String(got))
}

/** One of the values that are right is enough. */
export const isRight = (wanted: Cell[], got: Cell): boolean => wanted.some((value) => same(value, got))
