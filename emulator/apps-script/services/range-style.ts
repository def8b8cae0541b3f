// Range: fonts, colours, alignment, wrapping and borders, as getters and setters for one value or a grid of them.
import { cellAt, eachPosition, patchStyle } from '../../workbook/cells.ts'
import type { Borders, CellStyle, Edge, Wrap } from '../../workbook/workbook.ts'
import { boolean, grid, instance, number, string } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { BorderStyle, enumName, member, WrapStrategy } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { type RangeState, TextStyleKind } from '../kinds.ts'
import { type Args, type Method, type Methods, make, SELF } from '../service.ts'
import { readGrid, writeGrid } from './range-values.ts'

/** One property of the look: its script names, how it reads and what a written value does. */
type Look = { one: string; many: string; read: (style: CellStyle) => unknown; write: (value: unknown) => CellStyle }

const line = (style: CellStyle) => (style.underline ? 'underline' : style.strikethrough ? 'line-through' : 'none')
const text = (value: unknown) => (value === null || value === undefined ? null : string([value], 0))
const wrapName = (value: unknown): Wrap => enumName([value], 0, WrapStrategy) as Wrap

const looks: Look[] = [
  {
    one: 'Background',
    many: 'Backgrounds',
    read: (style) => style.background ?? '#ffffff',
    write: (value) => ({ background: cssColor(text(value)) }),
  },
  {
    one: 'FontColor',
    many: 'FontColors',
    read: (style) => style.fontColor ?? '#000000',
    write: (value) => ({ fontColor: cssColor(text(value)) }),
  },
  {
    one: 'FontWeight',
    many: 'FontWeights',
    read: (style) => (style.bold ? 'bold' : 'normal'),
    write: (value) => ({ bold: text(value) === 'bold' || undefined }),
  },
  {
    one: 'FontStyle',
    many: 'FontStyles',
    read: (style) => (style.italic ? 'italic' : 'normal'),
    write: (value) => ({ italic: text(value) === 'italic' || undefined }),
  },
  {
    one: 'FontLine',
    many: 'FontLines',
    read: line,
    write: (value) => ({
      underline: text(value) === 'underline' || undefined,
      strikethrough: text(value) === 'line-through' || undefined,
    }),
  },
  {
    one: 'FontSize',
    many: 'FontSizes',
    read: (style) => style.fontSize ?? 10,
    write: (value) => ({ fontSize: value === null ? undefined : number([value], 0) }),
  },
  {
    one: 'FontFamily',
    many: 'FontFamilies',
    read: (style) => style.fontFamily ?? 'Arial',
    write: (value) => ({ fontFamily: text(value) ?? undefined }),
  },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    read: (style) => style.horizontalAlignment ?? 'general',
    write: (value) => ({ horizontalAlignment: known(text(value), ['left', 'center', 'right', 'normal', 'general']) }),
  },
  {
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    read: (style) => style.verticalAlignment ?? 'bottom',
    write: (value) => ({ verticalAlignment: known(text(value), ['top', 'middle', 'bottom']) }),
  },
  {
    one: 'Wrap',
    many: 'Wraps',
    read: (style) => style.wrap === 'WRAP',
    write: (value) => ({ wrap: boolean([value], 0) ? 'WRAP' : undefined }),
  },
  {
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    read: (style) => member(WrapStrategy, style.wrap ?? 'OVERFLOW'),
    write: (value) => ({ wrap: value === null ? undefined : wrapName(value) }),
  },
]

function known(value: string | null, names: string[]): string | undefined {
  if (value === null || value === 'normal' || value === 'general') return undefined
  if (!names.includes(value)) throw new Error(`Invalid argument: ${value}`)
  return value
}

function methodsOf({ one, many, read, write }: Look): [string, Method<RangeState>][] {
  const styleAt = ({ sheet }: RangeState, row: number, column: number) => cellAt(sheet, row, column)?.style ?? {}
  const paint = (range: RangeState, run: Execution, styles: CellStyle[][] | CellStyle, single: boolean) => {
    writeGrid<CellStyle>(
      range,
      styles,
      (row, column, style) => patchStyle(run.workbook, range.sheet, row, column, style),
      single,
    )
    return SELF
  }
  return [
    [`get${one}`, (range) => read(styleAt(range, range.box.row, range.box.column))],
    [`get${many}`, (range) => readGrid(range, (row, column) => read(styleAt(range, row, column)))],
    [`set${one}`, (range, args, run) => paint(range, run, write(args[0] ?? null), true)],
    [
      `set${many}`,
      (range, args, run) => {
        const styles = grid(args, 0, range.box.rows, range.box.columns).map((values) =>
          values.map((value) => write(value ?? null)),
        )
        return paint(range, run, styles, false)
      },
    ],
  ]
}

export const rangeStyle: Methods<RangeState> = {
  ...Object.fromEntries(looks.flatMap(methodsOf)),
  setBackgroundRGB: (range, args, run) => {
    const hex = [0, 1, 2].map((index) => number(args, index).toString(16).padStart(2, '0')).join('')
    eachPosition(range.box, (row, column) =>
      patchStyle(run.workbook, range.sheet, row, column, { background: `#${hex}` }),
    )
    return SELF
  },
  getTextStyle: ({ sheet, box }) => make(TextStyleKind, cellAt(sheet, box.row, box.column)?.style ?? {}),
  getTextStyles: (range) =>
    readGrid(range, (row, column) => make(TextStyleKind, cellAt(range.sheet, row, column)?.style ?? {})),
  setTextStyle: (range, args, run) => {
    const style = instance(args, 0, TextStyleKind)
    eachPosition(range.box, (row, column) => patchStyle(run.workbook, range.sheet, row, column, style))
    return SELF
  },
  setTextStyles: (range, args, run) => {
    const styles = grid(args, 0, range.box.rows, range.box.columns).map((values) =>
      values.map((value) => instance([value], 0, TextStyleKind)),
    )
    writeGrid<CellStyle>(
      range,
      styles,
      (row, column, style) => patchStyle(run.workbook, range.sheet, row, column, style),
      false,
    )
    return SELF
  },
  setBorder: (range, args, run) => setBorder(range, args, run),
}

/** `setBorder(top, left, bottom, right, vertical, horizontal, color?, style?)`; null leaves a side as it is. */
function setBorder(range: RangeState, args: Args, run: Execution): typeof SELF {
  const [top, left, bottom, right, vertical, horizontal] = [0, 1, 2, 3, 4, 5].map((index) =>
    args[index] === null ? null : boolean(args, index),
  )
  const edge: Edge = {
    color: cssColor(text(args[6])) ?? '#000000',
    style: args[7] ? enumName(args, 7, BorderStyle) : 'SOLID',
  }
  const { box } = range
  eachPosition(box, (row, column) => {
    const sides: [keyof Borders, boolean | null | undefined][] = [
      ['top', row === box.row ? top : horizontal],
      ['bottom', row === box.row + box.rows - 1 ? bottom : horizontal],
      ['left', column === box.column ? left : vertical],
      ['right', column === box.column + box.columns - 1 ? right : vertical],
    ]
    const borders: Borders = { ...cellAt(range.sheet, row, column)?.style?.borders }
    for (const [side, wanted] of sides) {
      if (wanted === true) borders[side] = edge
      if (wanted === false) delete borders[side]
    }
    patchStyle(run.workbook, range.sheet, row, column, {
      borders: Object.keys(borders).length > 0 ? borders : undefined,
    })
  })
  return SELF
}
