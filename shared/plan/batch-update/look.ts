// A look of cells as the part of a cell format that changes, and the mask that names nothing else.
import type { CellLook } from '../plan-edit.ts'
import { colorStyle } from './grid-range.ts'
import { numberFormat } from './number-format.ts'
import type { CellFormat, TextFormat } from './request.ts'

const wraps = { overflow: 'OVERFLOW_CELL', wrap: 'WRAP', clip: 'CLIP' } as const

/** Without the border, which belongs to the edge of the block and not to each of its cells. */
export function lookFormat(look: CellLook): { format: CellFormat; fields: string[] } {
  const { number_format, align, vertical, wrap, bold, color, background } = look
  const fields: string[] = []
  const changed = <T>(value: T | undefined, field: string): value is T => {
    if (value !== undefined) fields.push(`userEnteredFormat.${field}`)
    return value !== undefined
  }
  const format: CellFormat = {}
  const textFormat: TextFormat = {}
  if (changed(number_format, 'numberFormat')) {
    const asked = numberFormat(number_format)
    if (asked) format.numberFormat = asked
  }
  if (changed(align, 'horizontalAlignment')) format.horizontalAlignment = align.toUpperCase()
  if (changed(vertical, 'verticalAlignment')) format.verticalAlignment = vertical.toUpperCase()
  if (changed(wrap, 'wrapStrategy')) format.wrapStrategy = wraps[wrap]
  if (changed(background, 'backgroundColorStyle') && background !== null)
    format.backgroundColorStyle = colorStyle(background)
  if (changed(bold, 'textFormat.bold')) textFormat.bold = bold
  if (changed(color, 'textFormat.foregroundColorStyle')) textFormat.foregroundColorStyle = colorStyle(color)
  if (Object.keys(textFormat).length > 0) format.textFormat = textFormat
  return { format, fields }
}
