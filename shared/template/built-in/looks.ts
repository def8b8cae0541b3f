// Looks that the built-in templates share: chips for states, and warnings.
import type { ConditionalFormat, ConditionalLook } from '../conditional-format.ts'

const chip = {
  green: { background: '#d7f0de', color: '#0b5227' },
  blue: { background: '#dce9fd', color: '#123f87' },
  amber: { background: '#fdeec6', color: '#6b4300' },
  red: { background: '#fbdfdc', color: '#8c1410' },
  purple: { background: '#eae0fa', color: '#4a2590' },
  grey: { background: '#e6e8eb', color: '#4a4f55' },
} satisfies Record<string, ConditionalLook>

type Tone = keyof typeof chip

/** One colour for each value of a column. */
export const chips = (column: string, tones: Record<string, Tone>): ConditionalFormat[] =>
  Object.entries(tones).map(([value, tone]) => ({
    kind: 'cell',
    columns: [column],
    test: 'equals',
    values: [value],
    look: chip[tone],
  }))

/** A tone for some columns, or for whole rows when there are none, where a row expression is true. */
export const tint = (
  columns: string[],
  formula: string,
  tone: Tone,
  more: ConditionalLook = {},
): ConditionalFormat => ({
  kind: 'formula',
  columns,
  formula,
  look: { ...chip[tone], ...more },
})

/** Amounts below zero in red. */
export const negative = (columns: string[]): ConditionalFormat => ({
  kind: 'cell',
  columns,
  test: 'less',
  values: [0],
  look: { color: '#a50e0e' },
})

/** What is done or over steps back. */
export const faded = (formula: string, strikethrough = false): ConditionalFormat => ({
  kind: 'formula',
  columns: [],
  formula,
  look: { color: '#5f6368', ...(strikethrough ? { strikethrough } : {}) },
})

/** From white to a colour, over the numbers of the columns. */
export const scale = (columns: string[], color: string): ConditionalFormat => ({
  kind: 'scale',
  columns,
  min: { color: '#ffffff', at: 'min' },
  mid: null,
  max: { color, at: 'max' },
})

/** A header and its bands in shades of one colour, with a line of totals. */
export const shades = (header: string, band: string, totals: string | null = null) => ({
  header: { background: header, color: '#ffffff' },
  banding: { first: '#ffffff', second: band },
  totals: totals === null ? null : { background: totals, color: '#202124' },
})
