// TextFinder: finds and replaces text in a range, a sheet or a whole spreadsheet.
import { cellAt, putCell } from '../../workbook/cells.ts'
import { textAt } from '../../workbook/display.ts'
import { parseInput, withInput } from '../../workbook/typed-input.ts'
import type { Box, Sheet } from '../../workbook/workbook.ts'
import { boolean, instance, string } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, rangeHandle } from '../kinds.ts'
import { demandEditable } from '../protected-cells.ts'
import { defineKind, type Handle, type Method, type Methods, make, SELF } from '../service.ts'

type Place = { sheet: Sheet; row: number; column: number }
type Options = 'matchCase' | 'matchEntireCell' | 'matchFormulaText' | 'ignoreDiacritics' | 'useRegularExpression'
type Finder = {
  sheet: Sheet | undefined
  areas: { sheet: Sheet; box: Box | null }[]
  text: string
  options: Partial<Record<Options, boolean>>
  start: Place | null
  current: Place | null
}

const FinderKind = defineKind<Finder>('SpreadsheetApp.TextFinder', {
  document: true,
  local: ['matchCase', 'matchEntireCell', 'matchFormulaText', 'ignoreDiacritics', 'useRegularExpression', 'startFrom'],
})

/** A finder over the given areas; a null box is the whole sheet. */
export function textFinder(areas: Finder['areas'], text: string): Handle {
  return make(FinderKind, { sheet: areas[0]?.sheet, areas, text, options: {}, start: null, current: null })
}

const bare = (text: string) => text.normalize('NFD').replaceAll(/\p{M}+/gu, '')

function pattern({ text, options }: Finder): RegExp {
  const wanted = options.ignoreDiacritics ? bare(text) : text
  const source = options.useRegularExpression ? wanted : wanted.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(options.matchEntireCell ? `^(?:${source})$` : source, options.matchCase ? 'gu' : 'giu')
}

/** What is searched in a cell: its formula where formulas are, else what it shows. */
function subject(run: Execution, { options }: Finder, { sheet, row, column }: Place): string {
  const formula = options.matchFormulaText ? cellAt(sheet, row, column)?.formula : undefined
  const text = formula ?? textAt(run.workbook, sheet, row, column)
  return options.ignoreDiacritics ? bare(text) : text
}

function matches(run: Execution, finder: Finder): Place[] {
  const wanted = pattern(finder)
  const found: Place[] = []
  for (const { sheet, box } of finder.areas) {
    const rows = [...sheet.rows.keys()].sort((one, other) => one - other)
    for (const row of rows) {
      if (box && (row < box.row || row >= box.row + box.rows)) continue
      const columns = [...sheet.rows.get(row)!.keys()].sort((one, other) => one - other)
      for (const column of columns) {
        if (box && (column < box.column || column >= box.column + box.columns)) continue
        const text = subject(run, finder, { sheet, row, column })
        wanted.lastIndex = 0
        if (text !== '' && wanted.test(text)) found.push({ sheet, row, column })
      }
    }
  }
  return found
}

const handleOf = ({ sheet, row, column }: Place) => rangeHandle(sheet, { row, column, rows: 1, columns: 1 })
const same = (one: Place, other: Place) =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column

function step(run: Execution, finder: Finder, by: 1 | -1): Handle | null {
  const found = matches(run, finder)
  if (found.length === 0) return null
  const { current, start } = finder
  const at = current ? found.findIndex((one) => same(one, current)) : -1
  const from = start ? found.findIndex((one) => one.sheet === start.sheet && isAfter(one, start)) : 0
  const first = by === 1 ? Math.max(from, 0) : found.length - 1
  const next = at < 0 ? first : at + by
  finder.current = found[next] ?? null
  return finder.current && handleOf(finder.current)
}

/** A search starts immediately after the cell it is started from. */
const isAfter = (one: Place, other: Place) =>
  one.row > other.row || (one.row === other.row && one.column > other.column)

/** Replaces what matches in one cell; how many times it did. */
function replace(run: Execution, finder: Finder, place: Place, replacement: string): number {
  const { sheet, row, column } = place
  const cell = cellAt(sheet, row, column)
  const text = subject(run, finder, place)
  const wanted = pattern(finder)
  const count = [...text.matchAll(wanted)].length
  if (cell?.formula !== undefined && !finder.options.matchFormulaText) return 0
  demandEditable(run, sheet, row, column)
  const plain = finder.options.useRegularExpression ? replacement : replacement.replaceAll('$', '$$$$')
  const after = text.replaceAll(wanted, plain)
  putCell(run.workbook, sheet, row, column, withInput(cell, parseInput(after, run.workbook.locale, cell?.format)))
  return count
}

const option =
  (name: Options): Method<Finder> =>
  (self, args) => {
    self.options[name] = boolean(args, 0)
    return SELF
  }

Object.assign(FinderKind.methods, {
  findAll: (self, _args, run) => matches(run, self).map(handleOf),
  findNext: (self, _args, run) => step(run, self, 1),
  findPrevious: (self, _args, run) => step(run, self, -1),
  getCurrentMatch: (self) => self.current && handleOf(self.current),
  startFrom: (self, args) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    Object.assign(self, { start: { sheet, row: box.row, column: box.column }, current: null })
    return SELF
  },
  replaceAllWith: (self, args, run) => {
    const replacement = string(args, 0)
    return matches(run, self).reduce((sum, place) => sum + replace(run, self, place, replacement), 0)
  },
  replaceWith: (self, args, run) => (self.current ? replace(run, self, self.current, string(args, 0)) : 0),
  matchCase: option('matchCase'),
  matchEntireCell: option('matchEntireCell'),
  matchFormulaText: option('matchFormulaText'),
  ignoreDiacritics: option('ignoreDiacritics'),
  useRegularExpression: option('useRegularExpression'),
} satisfies Methods<Finder>)
