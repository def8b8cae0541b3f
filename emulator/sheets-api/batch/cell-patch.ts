// What a CellData under a field mask makes of a cell.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { asEntered } from '../../workbook/formula-locale.ts'
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { Cell, Sheet, TextRun, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { cellFormat, readCellFormat, readTextFormat } from '../cell-data/cell-format.ts'
import { foldedObject } from '../cell-data/color.ts'
import { applyMask, demandFields, fieldOf, type Mask } from '../cell-data/field-mask.ts'
import { readRule } from '../cell-data/validation-rule.ts'
import { demandCharacters } from './limits.ts'

const fields =
  'userEnteredValue userEnteredFormat textFormatRuns note dataValidation pivotTable dataSourceTable dataSourceFormula chipRuns'.split(
    ' ',
  )
const readOnly = ['effectiveValue', 'formattedValue', 'effectiveFormat', 'hyperlink']

/** Gives the cell that stands where `before` stood, or undefined when nothing is left of it. */
export type CellPatch = (before: Cell | undefined) => Cell

/**
 * Reads a CellData once, for as many cells as it goes to. Equal formats become one shared object, so that writing a
 * format to a whole column costs one conversion; `formats` shares them among the cells of one request, under one mask.
 */
export function cellPatch(
  book: Workbook,
  sheet: Sheet,
  data: v4.Schema$CellData,
  mask: Mask,
  formats: Formats = new Map(),
): CellPatch {
  demandFields(mask, [...fields, ...readOnly])
  for (const unsupported of ['pivotTable', 'dataSourceTable', 'dataSourceFormula', 'chipRuns'] as const)
    if (fieldOf(mask, unsupported) && data[unsupported])
      throw badRequest(`CellData.${unsupported} is not supported by this server.`)
  const patch: Partial<Cell> = {}
  if (fieldOf(mask, 'userEnteredValue'))
    Object.assign(patch, readValue(book, data.userEnteredValue), { runs: undefined })
  if (fieldOf(mask, 'textFormatRuns')) patch.runs = readRuns(book, data.textFormatRuns)
  if (fieldOf(mask, 'note')) patch.note = data.note || undefined
  if (fieldOf(mask, 'dataValidation'))
    patch.validation = data.dataValidation ? readRule(book, sheet, data.dataValidation) : undefined
  const format = fieldOf(mask, 'userEnteredFormat')
  if (!format) return (before) => ({ ...(before ?? { value: null }), ...patch })
  const key = JSON.stringify(data.userEnteredFormat ?? null)
  const merged = formats.get(key) ?? mergeFormat(book, foldedObject(data.userEnteredFormat), format)
  formats.set(key, merged)
  return (before) => ({ ...(before ?? { value: null }), ...patch, ...merged(before) })
}

function readValue(book: Workbook, value: v4.Schema$ExtendedValue | undefined): Pick<Cell, 'value' | 'formula'> {
  const { numberValue, stringValue, boolValue, formulaValue, errorValue } = value ?? {}
  if (errorValue) throw badRequest('ErrorValue cannot be set on userEnteredValue.')
  if (formulaValue != null) {
    demandCharacters(formulaValue)
    if (!formulaValue.startsWith('=')) throw badRequest(`Invalid userEnteredValue.formulaValue: ${formulaValue}`)
    return { value: null, formula: asEntered(formulaValue, book.locale) }
  }
  if (stringValue != null) {
    demandCharacters(stringValue)
    return { value: stringValue === '' ? null : stringValue, formula: undefined }
  }
  return { value: numberValue ?? boolValue ?? null, formula: undefined }
}

/** Runs in order; what a run does not say is as in the cell. */
function readRuns(book: Workbook, runs: v4.Schema$TextFormatRun[] | undefined): TextRun[] | undefined {
  if (!runs?.length) return undefined
  const read = runs.map(({ startIndex, format }) => ({
    start: startIndex ?? 0,
    style: readTextFormat(book, foldedObject(format)),
  }))
  read.forEach((run, index) => {
    if (index > 0 && run.start <= read[index - 1]!.start)
      throw badRequest('TextFormatRuns must be in ascending order of startIndex.')
  })
  return read
}

type Look = Pick<Cell, 'style' | 'format' | 'numberType'>
/** What each format, as its JSON, makes of a cell: formats repeat within a request and are read once. */
export type Formats = Map<string, (before: Cell | undefined) => Look>

function mergeFormat(book: Workbook, source: JsonObject, mask: Mask): (before: Cell | undefined) => Look {
  if (mask === true) {
    const look = readCellFormat(book, source)
    return () => look
  }
  const known = new Map<Cell['style'], Map<string | undefined, Look>>()
  return (before) => {
    const byFormat = known.get(before?.style) ?? new Map<string | undefined, Look>()
    known.set(before?.style, byFormat)
    const key = before?.numberType ? `${before.numberType.type} ${before.format}` : before?.format
    const found = byFormat.get(key)
    if (found) return found
    const look = readCellFormat(book, applyMask(before && cellFormat(book, before), source, mask))
    byFormat.set(key, look)
    return look
  }
}
