// Requests about named ranges.
import { touch } from '../../workbook/changes.ts'
import { lineForWriting } from '../../workbook/snapshot.ts'
import { type NamedRange, newNamedRangeId, type Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { demandFields, fieldOf, readMask } from '../cell-data/field-mask.ts'
import { readGridRange } from '../cell-data/grid-range.ts'
import { namedRangeJson } from '../cell-data/spreadsheet-properties.ts'
import type { Handlers } from './request.ts'

function demandName(book: Workbook, name: string | null | undefined, own?: NamedRange): string {
  const isAddress = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/.test(name ?? '')
  if (!name || !/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || isAddress || /^(true|false)$/i.test(name))
    throw badRequest(`Invalid name: ${name ?? ''}`)
  const taken = book.namedRanges.some((one) => one !== own && one.name.toLowerCase() === name.toLowerCase())
  if (taken) throw badRequest(`Cannot add named range with name ${name}, a named range with that name already exists.`)
  return name
}

function namedWithId(book: Workbook, id: string | null | undefined): NamedRange {
  const named = book.namedRanges.find((one) => one.id === id)
  if (!named) throw badRequest(`Cannot find named range with id ${id ?? ''}.`)
  return named
}

/** Formulas follow a named range to its new name. */
function renameInFormulas(book: Workbook, before: string, after: string): void {
  const token = new RegExp(
    `"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\\p{L}\\p{N}_.!])${before.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}_.(!])`,
    'giu',
  )
  for (const sheet of book.sheets)
    for (const [row, line] of [...sheet.rows])
      for (const [column, cell] of line) {
        const formula = cell.formula?.replace(token, (text) => (/^["']/.test(text) ? text : after))
        if (formula !== cell.formula) lineForWriting(sheet, row).set(column, { ...cell, formula })
      }
}

export const nameRequests: Handlers = {
  addNamedRange: ({ book }, { namedRange = {} }) => {
    const name = demandName(book, namedRange.name)
    const { sheet, box } = readGridRange(book, namedRange.range)
    const id = namedRange.namedRangeId || newNamedRangeId()
    if (book.namedRanges.some((one) => one.id === id))
      throw badRequest(`Cannot add named range with ID ${id}, a named range with that ID already exists.`)
    const added: NamedRange = { id, name, sheetId: sheet.id, box }
    book.namedRanges = [...book.namedRanges, added]
    touch(book)
    return { namedRange: namedRangeJson(added) }
  },

  updateNamedRange: ({ book }, { namedRange = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, ['namedRangeId', 'name', 'range'])
    const known = namedWithId(book, namedRange.namedRangeId)
    const changed = { ...known }
    if (fieldOf(mask, 'name')) changed.name = demandName(book, namedRange.name, known)
    if (fieldOf(mask, 'range')) {
      const { sheet, box } = readGridRange(book, namedRange.range)
      Object.assign(changed, { sheetId: sheet.id, box })
    }
    book.namedRanges = book.namedRanges.map((one) => (one === known ? changed : one))
    if (changed.name !== known.name) renameInFormulas(book, known.name, changed.name)
    touch(book)
    return undefined
  },

  deleteNamedRange: ({ book }, { namedRangeId }) => {
    const known = namedWithId(book, namedRangeId)
    book.namedRanges = book.namedRanges.filter((one) => one !== known)
    touch(book)
    return undefined
  },
}
