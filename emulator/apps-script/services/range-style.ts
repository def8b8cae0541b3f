// Range: fonts, colours, alignment, wrapping and direction, as getters and setters for one value or a grid of them.
import { cellAt, patchStyle } from '../../workbook/cells.ts'
import { valueAt } from '../../workbook/display.ts'
import type { CellStyle, CellValue, Sheet, Wrap } from '../../workbook/workbook.ts'
import { boolean, grid, number, SignatureMismatch, string } from '../arguments.ts'
import { cssColor, rgbHex } from '../colors.ts'
import { enumName, member, TextDirection, WrapStrategy } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { type RangeState, TextStyleKind } from '../kinds.ts'
import { defineKind, type Method, type Methods, make, SELF, stateOf } from '../service.ts'
import { colorOf, colorStyle, styleColor } from './color.ts'
import { getBorder, setBorder } from './range-borders.ts'
import { readGrid, writeGrid } from './range-values.ts'
import { statedStyle, textStyleOf, wholeTextStyle } from './text-builders.ts'

/** One property of the look: its script names, how it reads and what a written value does. */
type Look = {
  names: [one: string, many: string][]
  read: (style: CellStyle, run: Execution, value: () => CellValue) => unknown
  write: (value: unknown, run: Execution) => CellStyle
}
type Rotation = NonNullable<CellStyle['rotation']>

const RotationKind = defineKind<Rotation>('SpreadsheetApp.TextRotation')
Object.assign(RotationKind.methods, {
  getDegrees: ({ angle }) => angle ?? 0,
  isVertical: ({ vertical }) => vertical ?? false,
} satisfies Methods<Rotation>)

const text = (value: unknown) => (value === null || value === undefined ? null : string([value], 0))
const line = (style: CellStyle) => (style.underline ? 'underline' : style.strikethrough ? 'line-through' : 'none')

/** The patch for one of the known words (null is the default's); Google takes any other in silence and changes nothing. */
const worded =
  (words: Record<string, CellStyle>, none: CellStyle) =>
  (value: unknown): CellStyle => {
    const word = text(value)
    return word === null ? none : (words[word.toLowerCase()] ?? {})
  }

const switched = (key: 'bold' | 'italic', on: string) => {
  const off: CellStyle = { [key]: undefined }
  return worded({ [on]: { [key]: true }, normal: off }, off)
}

const noLine: CellStyle = { underline: undefined, strikethrough: undefined }

/** A colour's patch: none resets it, and what is no colour changes nothing. */
function colored(key: 'background' | 'fontColor', value: unknown): CellStyle {
  const color = cssColor(text(value))
  return color || !text(value) ? { [key]: color, themes: { [key]: undefined } } : {}
}

/** Where nothing is said, Google names the side that the value's type stands on. */
function alignment(style: CellStyle, value: CellValue): string {
  if (style.horizontalAlignment) return style.horizontalAlignment
  if (value === null || value === '') return 'general'
  return typeof value === 'string' ? 'general-left' : typeof value === 'number' ? 'general-right' : 'general-center'
}

function aligned(key: 'horizontalAlignment' | 'verticalAlignment', names: string[]) {
  const none: CellStyle = { [key]: undefined }
  const sides = Object.fromEntries(names.map((name) => [name, { [key]: name }]))
  const automatic = ['normal', 'general', 'general-left', 'general-right', 'general-center'].map((name) => [name, none])
  return worded({ ...sides, ...Object.fromEntries(automatic) }, none)
}

function rotation(value: unknown): CellStyle {
  if (value === null || value === undefined) return { rotation: undefined }
  const angle = typeof value === 'number' ? value : stateOf(RotationKind, value)?.angle
  if (typeof angle !== 'number') throw new SignatureMismatch()
  if (angle < -90 || angle > 90) throw new Error(`Invalid text rotation angle: ${angle}`)
  return { rotation: angle === 0 ? undefined : { angle } }
}

const looks: Look[] = [
  {
    names: [
      ['Background', 'Backgrounds'],
      ['BackgroundColor', 'BackgroundColors'],
    ],
    read: (style) => style.background ?? '#ffffff',
    write: (value) => colored('background', value),
  },
  {
    names: [['BackgroundObject', 'BackgroundObjects']],
    read: (style) => styleColor(style, 'background', '#ffffff'),
    write: (value, { workbook }) => colorStyle('background', colorOf([value], 0), workbook),
  },
  {
    names: [['FontColor', 'FontColors']],
    read: (style) => style.fontColor ?? '#000000',
    write: (value) => colored('fontColor', value),
  },
  {
    names: [['FontColorObject', 'FontColorObjects']],
    read: (style) => styleColor(style, 'fontColor', '#000000'),
    write: (value, { workbook }) => colorStyle('fontColor', colorOf([value], 0), workbook),
  },
  {
    names: [['FontWeight', 'FontWeights']],
    read: (style) => (style.bold ? 'bold' : 'normal'),
    write: switched('bold', 'bold'),
  },
  {
    names: [['FontStyle', 'FontStyles']],
    read: (style) => (style.italic ? 'italic' : 'normal'),
    write: switched('italic', 'italic'),
  },
  {
    names: [['FontLine', 'FontLines']],
    read: line,
    write: worded(
      { underline: { ...noLine, underline: true }, 'line-through': { ...noLine, strikethrough: true }, none: noLine },
      noLine,
    ),
  },
  {
    names: [['FontSize', 'FontSizes']],
    read: (style, { workbook }) => style.fontSize ?? workbook.defaultStyle.fontSize ?? 10,
    write: (value) => ({ fontSize: value === null ? undefined : number([value], 0) }),
  },
  {
    names: [['FontFamily', 'FontFamilies']],
    read: (style, { workbook }) => style.fontFamily ?? workbook.defaultStyle.fontFamily ?? workbook.theme.font,
    write: (value) => ({ fontFamily: text(value) ?? undefined }),
  },
  {
    names: [['HorizontalAlignment', 'HorizontalAlignments']],
    read: (style, _run, value) => alignment(style, value()),
    write: aligned('horizontalAlignment', ['left', 'center', 'right']),
  },
  {
    names: [['VerticalAlignment', 'VerticalAlignments']],
    read: (style) => style.verticalAlignment ?? 'bottom',
    write: aligned('verticalAlignment', ['top', 'middle', 'bottom']),
  },
  {
    // Google says true where nothing was set, though such text overflows.
    names: [['Wrap', 'Wraps']],
    read: (style) => style.wrap === undefined || style.wrap === 'WRAP',
    write: (value) => ({ wrap: boolean([value], 0) ? 'WRAP' : 'OVERFLOW' }),
  },
  {
    names: [['WrapStrategy', 'WrapStrategies']],
    read: (style) => member(WrapStrategy, style.wrap ?? 'OVERFLOW'),
    write: (value) => ({ wrap: value === null ? undefined : (enumName([value], 0, WrapStrategy) as Wrap) }),
  },
  {
    names: [['TextDirection', 'TextDirections']],
    read: (style) => (style.textDirection ? member(TextDirection, style.textDirection) : null),
    write: (value) => ({ textDirection: value === null ? undefined : enumName([value], 0, TextDirection) }),
  },
  {
    names: [['TextRotation', 'TextRotations']],
    read: (style) => make(RotationKind, style.rotation ?? {}),
    write: rotation,
  },
  {
    names: [['TextStyle', 'TextStyles']],
    read: (style, { workbook }) => make(TextStyleKind, wholeTextStyle(style, workbook)),
    write: (value) => {
      const style = textStyleOf(value)
      if (!style) throw new SignatureMismatch()
      return statedStyle(style)
    },
  },
]

/** Merges a style patch into a cell; of the theme colours only those the patch names change. */
function paintCell(run: Execution, sheet: Sheet, row: number, column: number, patch: CellStyle): void {
  const before = cellAt(sheet, row, column)?.style?.themes
  if (!patch.themes || !(before || Object.values(patch.themes).some(Boolean))) {
    const { themes: _themes, ...rest } = patch
    patchStyle(run.workbook, sheet, row, column, rest)
    return
  }
  const named = Object.entries({ ...before, ...patch.themes }).filter(([, theme]) => theme !== undefined)
  const themes = named.length > 0 ? Object.fromEntries(named) : undefined
  patchStyle(run.workbook, sheet, row, column, { ...patch, themes })
}

function paint(range: RangeState, run: Execution, styles: CellStyle[][] | CellStyle, single: boolean): typeof SELF {
  writeGrid<CellStyle>(range, styles, (row, column, style) => paintCell(run, range.sheet, row, column, style), single)
  return SELF
}

function methodsOf({ names, read, write }: Look): [string, Method<RangeState>][] {
  const at = ({ sheet }: RangeState, run: Execution, row: number, column: number) =>
    read(cellAt(sheet, row, column)?.style ?? {}, run, () => valueAt(run.workbook, sheet, row, column))
  return names.flatMap(([one, many]): [string, Method<RangeState>][] => [
    [`get${one}`, (range, _args, run) => at(range, run, range.box.row, range.box.column)],
    [`get${many}`, (range, _args, run) => readGrid(range, (row, column) => at(range, run, row, column))],
    [`set${one}`, (range, args, run) => paint(range, run, write(args[0] ?? null, run), true)],
    [
      `set${many}`,
      (range, args, run) => {
        const values = grid(args, 0, range.box.rows, range.box.columns)
        return paint(
          range,
          run,
          values.map((row) => row.map((value) => write(value ?? null, run))),
          false,
        )
      },
    ],
  ])
}

export const rangeStyle: Methods<RangeState> = {
  ...Object.fromEntries(looks.flatMap(methodsOf)),
  setBackgroundRGB: (range, args, run) => {
    const background = rgbHex([0, 1, 2].map((index) => number(args, index)))
    return paint(range, run, { background, themes: { background: undefined } }, true)
  },
  setVerticalText: (range, args, run) =>
    paint(range, run, { rotation: boolean(args, 0) ? { vertical: true } : undefined }, true),
  setShowHyperlink: (range, args, run) =>
    paint(range, run, { hyperlinkDisplay: boolean(args, 0) ? 'LINKED' : 'PLAIN_TEXT' }, true),
  getBorder,
  setBorder: (range, args, run) => {
    setBorder(range, args, run)
    return SELF
  },
}
