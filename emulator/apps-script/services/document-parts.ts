// NamedRange, RangeList and Banding objects.

import { touch } from '../../workbook/changes.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import { type BandColors, takeId } from '../../workbook/workbook.ts'
import { instance, string, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import {
  BandingKind,
  type BandingState,
  NamedRangeKind,
  type NamedRangeState,
  RangeKind,
  RangeListKind,
  type RangeListState,
  rangeHandle,
} from '../kinds.ts'
import { type Method, type Methods, make, SELF } from '../service.ts'
import { colorHandle, colorOf } from './color.ts'

/** Throws Google's error for what cannot name a range. */
export function demandRangeName(name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) || /^(true|false|[A-Za-z]{1,3}\d+|r\d*c\d*)$/i.test(name))
    throw new Error(`The name "${name}" is invalid for a range.`)
}

const namedRange: Methods<NamedRangeState> = {
  getName: ({ named }) => named.name,
  getRange: ({ workbook, named }) => {
    const sheet = sheetWithId(workbook, named.sheetId)
    if (!sheet || !workbook.namedRanges.includes(named)) throw new Error('Range not found')
    return rangeHandle(sheet, named.box)
  },
  setName: ({ workbook, named }, args) => {
    demandRangeName(string(args, 0))
    named.name = string(args, 0)
    touch(workbook)
    return SELF
  },
  setRange: ({ workbook, named }, args) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    Object.assign(named, { sheetId: sheet.id, box })
    touch(workbook)
    return SELF
  },
  remove: ({ workbook, named }) => {
    workbook.namedRanges = workbook.namedRanges.filter((one) => one !== named)
    touch(workbook)
  },
}

/** A RangeList method does the Range method on each of its ranges. */
const each =
  (name: string): Method<RangeListState> =>
  (self, args, run) => {
    for (const range of self.ranges) RangeKind.methods[name]!(range, args, run)
    return SELF
  }
const shared =
  'clear clearContent clearDataValidations clearFormat clearNote setBackground setBackgroundRGB setBorder setFontColor setFontFamily setFontLine setFontSize setFontStyle setFontWeight setFormula setFormulaR1C1 setHorizontalAlignment setNote setNumberFormat setShowHyperlink setTextDirection setTextRotation setTextStyle setValue setVerticalAlignment setVerticalText setWrap setWrapStrategy insertCheckboxes removeCheckboxes check uncheck breakApart trimWhitespace'
const rangeListMethods: Methods<RangeListState> = {
  ...Object.fromEntries(shared.split(' ').map((name) => [name, each(name)])),
  getRanges: (self) => self.ranges.map(({ sheet, box, open }) => rangeHandle(sheet, box, open)),
  // All of them are selected; the last one is the active range, which stands first in the selection.
  activate: (self, args, run) => {
    const last = self.ranges.at(-1)!
    RangeKind.methods.activate!(last, args, run)
    last.sheet.selection = [last, ...self.ranges.slice(0, -1)].map(({ box }) => box)
    return SELF
  },
}

type Axis = 'rows' | 'columns'
const bandNames: [string, keyof BandColors, Axis][] = (['Row', 'Column'] as const).flatMap((line) => [
  [`Header${line}Color`, 'header', line === 'Row' ? 'rows' : 'columns'],
  [`First${line}Color`, 'first', line === 'Row' ? 'rows' : 'columns'],
  [`Second${line}Color`, 'second', line === 'Row' ? 'rows' : 'columns'],
  [`Footer${line}Color`, 'footer', line === 'Row' ? 'rows' : 'columns'],
])

/** The colour of a band as text and as Color object; the two bands between header and footer cannot be without one. */
function bandMethods([name, key, axis]: (typeof bandNames)[number]): Methods<BandingState> {
  const colors = ({ banding }: BandingState) => banding[axis]
  const write = (self: BandingState, color: string | null, theme?: string) => {
    if (!color && (key === 'first' || key === 'second')) {
      const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
      throw new Error(`${words[0]!.toUpperCase()}${words.slice(1)} should not be null.`)
    }
    const own = colors(self) ?? { header: null, first: '#ffffff', second: '#ffffff', footer: null }
    own[key] = color
    self.banding[axis] = own
    const { [key]: _theme, ...themes } = self.banding.themes?.[axis] ?? {}
    self.banding.themes = { ...self.banding.themes, [axis]: theme ? { ...themes, [key]: theme } : themes }
    return SELF
  }
  return {
    [`get${name}`]: (self) => colors(self)?.[key] ?? null,
    [`get${name}Object`]: (self) => {
      const color = colors(self)?.[key]
      return color ? colorHandle(color, self.banding.themes?.[axis]?.[key]) : null
    },
    [`set${name}`]: (self, args, run) => {
      touch(run.workbook)
      return write(self, cssColor(textOrNull(args, 0)) ?? null)
    },
    [`set${name}Object`]: (self, args, run) => {
      const color = colorOf(args, 0)
      touch(run.workbook)
      return write(self, (color?.theme ? run.workbook.theme.colors[color.theme] : color?.rgb) ?? null, color?.theme)
    },
  }
}

const banding: Methods<BandingState> = {
  ...Object.assign({}, ...bandNames.map(bandMethods)),
  getRange: (self) => rangeHandle(self.sheet, self.banding.box),
  setRange: (self, args, run) => {
    self.banding.box = instance(args, 0, RangeKind).box
    touch(run.workbook)
    return SELF
  },
  copyTo: (self, args, run) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    const copy = { ...structuredClone(self.banding), id: takeId(run.workbook), box }
    sheet.bandings.push(copy)
    touch(run.workbook)
    return make(BandingKind, { sheet, banding: copy, colors: copy.rows ?? copy.columns })
  },
  remove: (self, _args, run) => {
    self.sheet.bandings = self.sheet.bandings.filter((one) => one !== self.banding)
    touch(run.workbook)
  },
}

Object.assign(NamedRangeKind.methods, namedRange)
Object.assign(RangeListKind.methods, rangeListMethods)
Object.assign(BandingKind.methods, banding)
