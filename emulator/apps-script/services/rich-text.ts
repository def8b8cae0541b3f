// RichTextValue and its builder: a text whose stretches have styles and links of their own.
import { cellAt, patchCell } from '../../workbook/cells.ts'
import { textAt, valueAt } from '../../workbook/display.ts'
import type { CellStyle, TextRun } from '../../workbook/workbook.ts'
import { grid, number, SignatureMismatch, string, textOrNull } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import { type RangeState, RichTextKind, type RichTextState, TextStyleKind } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Methods, make, SELF, stateOf } from '../service.ts'
import { readGrid, writeGrid } from './range-values.ts'
import { statedStyle, textStyleOf, wholeTextStyle } from './text-builders.ts'

const BuilderKind = defineKind<RichTextState>('SpreadsheetApp.RichTextValueBuilder')
/** How Google draws a link that says nothing else. */
const linkLook: CellStyle = { fontColor: '#1155cc', underline: true }

export function richTextBuilder(from: RichTextState = { text: null, runs: [] }): Handle {
  return make(BuilderKind, structuredClone({ text: from.text, runs: from.runs }))
}

const handleOf = (text: string | null, runs: TextRun[], start = 0) => make(RichTextKind, { text, runs, start })

/** The runs after `patch` was put on the stretch from `start` to `end`. */
function restyle(runs: TextRun[], start: number, end: number, length: number, patch: CellStyle): TextRun[] {
  const styleAt = (at: number) => runs.findLast((run) => run.start <= at)?.style ?? {}
  const starts = new Set([0, start, end, ...runs.map((run) => run.start)])
  const merged: TextRun[] = []
  for (const at of [...starts].filter((one) => one < length || one === 0).sort((one, other) => one - other)) {
    const style = at >= start && at < end ? { ...styleAt(at), ...patch } : styleAt(at)
    if (merged.length === 0 || JSON.stringify(merged.at(-1)!.style) !== JSON.stringify(style))
      merged.push({ start: at, style })
  }
  return merged
}

/** `(value)` for all of the text, or `(start, end, value)`. */
function stretch(self: RichTextState, args: Args): { start: number; end: number; length: number } {
  if (self.text === null) throw new Error('Text must be set before setting text style or link.')
  const { length } = self.text
  if (args.length < 3) return { start: 0, end: length, length }
  const [start, end] = [number(args, 0), number(args, 1)]
  if (start < 0 || end > length || start > end) throw new Error('Illegal argument.')
  return { start, end, length }
}

Object.assign(BuilderKind.methods, {
  setText: (self, args) => {
    Object.assign(self, { text: textOrNull(args, 0) ?? '', runs: [{ start: 0, style: {} }] })
    return SELF
  },
  setTextStyle: (self, args) => {
    const style = args.at(-1) === null ? {} : textStyleOf(args.at(-1))
    if (!style) throw new SignatureMismatch()
    const { start, end, length } = stretch(self, args)
    self.runs = restyle(self.runs, start, end, length, style)
    return SELF
  },
  setLinkUrl: (self, args) => {
    const url = args.at(-1) === null ? undefined : string(args, args.length - 1)
    const { start, end, length } = stretch(self, args)
    self.runs = restyle(self.runs, start, end, length, url ? { ...linkLook, link: url } : { link: undefined })
    return SELF
  },
  build: (self) => handleOf(self.text ?? '', structuredClone(self.runs)),
} satisfies Methods<RichTextState>)

type Value = RichTextState & { start: number }

/** What all runs agree on; a key they differ in is missing. */
function common(runs: TextRun[]): CellStyle {
  const [first, ...rest] = runs.map(({ style }) => style)
  const agreed = Object.entries(first ?? {}).filter(([key, value]) =>
    rest.every((style) => JSON.stringify(style[key as keyof CellStyle]) === JSON.stringify(value)),
  )
  return Object.fromEntries(agreed)
}

const within = ({ runs, text }: Value, start: number, end: number) =>
  runs.filter((run, index) => {
    const next = runs[index + 1]?.start ?? text?.length ?? 0
    return run.start < end && next > start
  })

Object.assign(RichTextKind.methods, {
  getText: (self) => self.text,
  getTextStyle: (self, args) => {
    const runs = args.length > 1 ? within(self, number(args, 0), number(args, 1)) : self.runs
    return make(TextStyleKind, common(runs))
  },
  getLinkUrl: (self, args) =>
    common(args.length > 1 ? within(self, number(args, 0), number(args, 1)) : self.runs).link ?? null,
  getRuns: ({ text, runs }) =>
    runs.map(({ start, style }, index) =>
      handleOf(text?.slice(start, runs[index + 1]?.start) ?? '', [{ start: 0, style }], start),
    ),
  getStartIndex: (self) => self.start,
  getEndIndex: (self) => self.start + (self.text?.length ?? 0),
  copy: (self) => richTextBuilder(self),
} satisfies Methods<Value>)

/** The rich text of a cell; null where the cell holds something else than text. */
function read({ sheet }: RangeState, { workbook }: Execution, row: number, column: number): Handle | null {
  const value = valueAt(workbook, sheet, row, column)
  if (value !== null && typeof value !== 'string') return null
  const cell = cellAt(sheet, row, column)
  const whole = wholeTextStyle(cell?.style ?? {}, workbook)
  const linked = /^=HYPERLINK\(\s*"([^"]*)"/i.exec(cell?.formula ?? '')?.[1] ?? cell?.style?.link
  const base = linked ? { ...whole, ...linkLook, link: linked } : whole
  const runs = cell?.runs?.[0]?.start === 0 ? cell.runs : [{ start: 0, style: {} }, ...(cell?.runs ?? [])]
  const styled = runs.map(({ start, style }) => ({ start, style: { ...base, ...style } }))
  return handleOf(textAt(workbook, sheet, row, column), styled)
}

function write(
  { sheet }: RangeState,
  { workbook }: Execution,
  row: number,
  column: number,
  value: RichTextState,
): void {
  const own = cellAt(sheet, row, column)?.style ?? {}
  const whole: CellStyle = wholeTextStyle(own, workbook)
  const differing = (style: CellStyle): CellStyle => {
    const entries = Object.entries(style) as [keyof CellStyle, unknown][]
    return Object.fromEntries(entries.filter(([key, one]) => one !== undefined && one !== whole[key]))
  }
  const { text, runs } = value
  const single = runs.length < 2
  const style = single ? { ...own, link: undefined, ...statedStyle(differing(runs[0]?.style ?? {})) } : own
  patchCell(workbook, sheet, row, column, {
    value: text || null,
    formula: undefined,
    style,
    runs: single ? undefined : runs.map((run) => ({ start: run.start, style: differing(run.style) })),
  })
}

const richTextOf = (value: unknown): RichTextState => {
  const state = stateOf(RichTextKind, value) ?? stateOf(BuilderKind, value)
  if (!state) throw new SignatureMismatch()
  return state
}

export const rangeRichText: Methods<RangeState> = {
  getRichTextValue: (range, _args, run) => read(range, run, range.box.row, range.box.column),
  getRichTextValues: (range, _args, run) => readGrid(range, (row, column) => read(range, run, row, column)),
  setRichTextValue: (range, args, run) => {
    const value = richTextOf(args[0])
    writeGrid(range, value, (row, column, one) => write(range, run, row, column, one), true)
    return SELF
  },
  setRichTextValues: (range, args, run) => {
    const values = grid(args, 0, range.box.rows, range.box.columns).map((line) => line.map(richTextOf))
    writeGrid<RichTextState>(range, values, (row, column, one) => write(range, run, row, column, one), false)
    return SELF
  },
}
