// CellFormat and TextFormat between Google's JSON (each colour once, as its style) and the workbook's styles.
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { Borders, Cell, CellStyle, Edge, Workbook, Wrap } from '../../workbook/workbook.ts'
import { colorStyle, readColorStyle } from './color.ts'
import { numberFormatOf, readNumberFormat } from './number-format.ts'

const horizontal: Record<string, string> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' }
const vertical: Record<string, string> = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' }
const wraps: Record<string, Wrap> = { OVERFLOW_CELL: 'OVERFLOW', LEGACY_WRAP: 'WRAP', CLIP: 'CLIP', WRAP: 'WRAP' }
const wrapNames: Record<Wrap, string> = { OVERFLOW: 'OVERFLOW_CELL', WRAP: 'WRAP', CLIP: 'CLIP' }
const widths: Record<string, number> = { SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 }
const sides = ['top', 'bottom', 'left', 'right'] as const

const object = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const truth = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' ? value : undefined)

/** Only the keys that say something, so that equal styles are equal objects. */
function said<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

/** The text part of a style. */
export function readTextFormat(workbook: Workbook, format: JsonObject | undefined): CellStyle {
  const color = readColorStyle(workbook, object(format?.foregroundColorStyle))
  return said<CellStyle>({
    bold: truth(format?.bold),
    italic: truth(format?.italic),
    strikethrough: truth(format?.strikethrough),
    underline: truth(format?.underline),
    fontFamily: text(format?.fontFamily),
    fontSize: number(format?.fontSize),
    link: text(object(format?.link)?.uri),
    fontColor: color?.hex,
    themes: color?.theme ? { fontColor: color.theme } : undefined,
  })
}

function readEdge(workbook: Workbook, border: JsonObject | undefined): Edge | undefined {
  const style = text(border?.style)
  if (!style || style === 'NONE' || style === 'STYLE_UNSPECIFIED') return undefined
  const color = readColorStyle(workbook, object(border?.colorStyle))
  return { color: color?.hex ?? '#000000', style, ...(color?.theme ? { theme: color.theme } : {}) }
}

/** The four borders; undefined when none is drawn. */
export function readBorders(workbook: Workbook, borders: JsonObject | undefined): Borders | undefined {
  const read = said<Borders>(
    Object.fromEntries(sides.map((side) => [side, readEdge(workbook, object(borders?.[side]))])),
  )
  return Object.keys(read).length > 0 ? read : undefined
}

/** What a whole CellFormat makes of a cell: its style and its number format. */
export function readCellFormat(
  workbook: Workbook,
  format: JsonObject | undefined,
): Pick<Cell, 'style' | 'format' | 'numberType'> {
  const background = readColorStyle(workbook, object(format?.backgroundColorStyle))
  const words = readTextFormat(workbook, object(format?.textFormat))
  const themes = said({ background: background?.theme, fontColor: words.themes?.fontColor })
  const rotation = object(format?.textRotation)
  const style = said<CellStyle>({
    ...words,
    background: background?.hex,
    themes: Object.keys(themes).length > 0 ? themes : undefined,
    horizontalAlignment: horizontal[text(format?.horizontalAlignment) ?? ''],
    verticalAlignment: vertical[text(format?.verticalAlignment) ?? ''],
    wrap: wraps[text(format?.wrapStrategy) ?? ''],
    borders: readBorders(workbook, object(format?.borders)),
    padding: object(format?.padding),
    textDirection: text(format?.textDirection),
    hyperlinkDisplay: text(format?.hyperlinkDisplayType),
    rotation: rotation && said({ angle: number(rotation.angle), vertical: truth(rotation.vertical) }),
  })
  const asked = object(format?.numberFormat)
  return {
    style: Object.keys(style).length > 0 ? style : undefined,
    ...readNumberFormat(workbook, asked && said({ type: text(asked.type), pattern: text(asked.pattern) })),
  }
}

/** The TextFormat of a style; undefined when it says nothing of the text. */
export function textFormat(workbook: Workbook, style: CellStyle): JsonObject | undefined {
  const { bold, italic, strikethrough, underline, fontFamily, fontSize } = style
  const format: JsonObject = {}
  for (const [key, value] of Object.entries({ bold, italic, strikethrough, underline, fontFamily, fontSize }))
    if (value !== undefined) format[key] = value
  if (style.fontColor) format.foregroundColorStyle = colorStyle(workbook, style.fontColor, style.themes?.fontColor)
  if (style.link) format.link = { uri: style.link }
  return Object.keys(format).length > 0 ? format : undefined
}

function border(workbook: Workbook, edge: Edge): JsonObject {
  return {
    style: edge.style,
    width: widths[edge.style] ?? 1,
    colorStyle: colorStyle(workbook, edge.color, edge.theme),
  }
}

/** The CellFormat of a cell, only what it states itself; undefined when it states nothing. */
export function cellFormat(
  workbook: Workbook,
  cell: Pick<Cell, 'style' | 'format' | 'numberType'>,
): JsonObject | undefined {
  const style = cell.style ?? {}
  const words = textFormat(workbook, style)
  const numbers = numberFormatOf(cell)
  const upper = style.horizontalAlignment?.toUpperCase()
  const borders = sides.flatMap((side) => {
    const edge = style.borders?.[side]
    return edge ? [[side, border(workbook, edge)] as const] : []
  })
  const format: JsonObject = {
    ...(numbers ? { numberFormat: said<JsonObject>({ ...numbers }) } : {}),
    ...(style.background
      ? { backgroundColorStyle: colorStyle(workbook, style.background, style.themes?.background) }
      : {}),
    ...(borders.length > 0 ? { borders: Object.fromEntries(borders) } : {}),
    ...(style.padding ? { padding: said<JsonObject>({ ...style.padding }) } : {}),
    ...(upper && upper in horizontal ? { horizontalAlignment: upper } : {}),
    ...(style.verticalAlignment ? { verticalAlignment: style.verticalAlignment.toUpperCase() } : {}),
    ...(style.wrap ? { wrapStrategy: wrapNames[style.wrap] } : {}),
    ...(style.textDirection ? { textDirection: style.textDirection } : {}),
    ...(words ? { textFormat: words } : {}),
    ...(style.hyperlinkDisplay ? { hyperlinkDisplayType: style.hyperlinkDisplay } : {}),
    ...(style.rotation ? { textRotation: said<JsonObject>({ ...style.rotation }) } : {}),
  }
  return Object.keys(format).length > 0 ? format : undefined
}
