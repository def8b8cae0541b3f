// For tests: spreadsheets as people leave them, with a little of everything that a sheet can have.
import fc from 'fast-check'
import { putCell } from '../../emulator/workbook/cells.ts'
import { addSheet } from '../../emulator/workbook/sheets.ts'
import { type Box, type Cell, newWorkbook, takeId, type Workbook } from '../../emulator/workbook/workbook.ts'

export const size = { rows: 16, columns: 8 }

const at = (most: number) => fc.integer({ min: 1, max: most })
const color = fc.constantFrom('#ff0000', '#00ff00', '#ffffff', '#abcdef')

export const box: fc.Arbitrary<Box> = fc
  .record({ row: at(size.rows), column: at(size.columns), rows: at(6), columns: at(4) })
  .map((given) => ({
    ...given,
    rows: Math.min(given.rows, size.rows - given.row + 1),
    columns: Math.min(given.columns, size.columns - given.column + 1),
  }))

const value = fc.oneof(
  fc.integer({ min: -5, max: 500 }),
  fc.constantFrom(45992, 0.5, 1234.56),
  fc.boolean(),
  fc.constantFrom('a', 'b', "'quoted", '=no formula', '007', '3-5', 'Ünï', '2026-01-01', ''),
)
const formula = fc.constantFrom('=A1', '=SUM(B2:B9)', '=$C$3*2', '=A1&"x"', '=SUM(5:6)', '=IF(D4>1,D4,"")')
const style = fc.record(
  {
    bold: fc.constant(true),
    italic: fc.constant(true),
    fontColor: color,
    background: color,
    horizontalAlignment: fc.constantFrom('left', 'center'),
    wrap: fc.constantFrom('WRAP' as const, 'CLIP' as const),
    borders: fc.constant({ top: { color: '#000000', style: 'SOLID' }, left: { color: '#ff0000', style: 'DASHED' } }),
  },
  { requiredKeys: [] },
)
const validation = fc.record({
  type: fc.constant('VALUE_IN_LIST'),
  args: fc.constant([['a', 'b'], true]),
  allowInvalid: fc.boolean(),
  helpText: fc.constantFrom(null, 'Choose.'),
})

const cell = fc
  .record({
    content: fc.oneof(
      { weight: 4, arbitrary: value.map((each) => ({ value: each === '' ? null : each })) },
      { weight: 1, arbitrary: formula.map((each) => ({ value: null, formula: each })) },
    ),
    more: fc.record(
      {
        format: fc.constantFrom('@', '0.00', 'yyyy-mm-dd', '#,##0'),
        style,
        note: fc.constantFrom('a note', 'zwei\nZeilen'),
        validation,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ content, more }): Cell => ({ ...content, ...more }) as Cell)

const rare = <T>(one: fc.Arbitrary<T>, maxLength = 2) => fc.array(one, { maxLength })

const overlap = (a: Box, b: Box) =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns
const apart = (boxes: Box[]) =>
  boxes.filter((one, index) => !boxes.slice(0, index).some((other) => overlap(one, other)))

const parts = fc.record({
  cells: fc.array(fc.record({ row: at(size.rows), column: at(size.columns), cell }), { maxLength: 60 }),
  merges: rare(box),
  bands: rare(fc.record({ box, first: color, second: color, header: fc.option(color), across: fc.boolean() })),
  conditions: rare(
    fc.record({ box, look: style, type: fc.constantFrom('CELL_EMPTY', 'TEXT_CONTAINS', 'NUMBER_GREATER_THAN') }),
  ),
  filter: fc.option(
    fc.record({ box, hidden: fc.subarray(['a', 'b', '007']), background: fc.option(color), color: fc.option(color) }),
    { freq: 2 },
  ),
  groups: rare(fc.record({ start: at(size.rows - 1), count: at(4), collapsed: fc.boolean() }), 1),
  protections: rare(fc.record({ box, warningOnly: fc.boolean() }), 1),
  hiddenRows: rare(at(size.rows)),
  hiddenColumns: rare(at(size.columns), 1),
  heights: rare(at(size.rows)),
  widths: rare(at(size.columns)),
  frozen: fc.constantFrom([0, 0], [1, 0], [2, 1]),
  named: rare(box),
  elsewhere: rare(
    fc.constantFrom('=Sheet1!B3', '=SUM(Sheet1!A1:A10)', '=Sheet1!$C$5+Sheet1!D6', '=SUM(Sheet1!B2:C7)', '=Sheet1!A14'),
    4,
  ),
  gridlines: fc.boolean(),
  rightToLeft: fc.boolean(),
})

function fill(workbook: Workbook, given: typeof parts extends fc.Arbitrary<infer T> ? T : never): Workbook {
  const sheet = workbook.sheets[0]!
  Object.assign(sheet, { maxRows: size.rows, maxColumns: size.columns })
  for (const { row, column, cell: content } of given.cells) putCell(workbook, sheet, row, column, content)
  const merges = apart(given.merges).filter(({ rows, columns }) => rows * columns > 1)
  for (const merge of merges)
    for (let row = merge.row; row < merge.row + merge.rows; row++)
      for (let column = merge.column; column < merge.column + merge.columns; column++)
        if (row !== merge.row || column !== merge.column) putCell(workbook, sheet, row, column, undefined)
  sheet.merges = merges
  sheet.bandings = given.bands
    .filter((band, index) => !given.bands.slice(0, index).some((other) => overlap(band.box, other.box)))
    .map(({ box: place, first, second, header, across }) => {
      const colors = { header, first, second, footer: null }
      return { id: takeId(workbook), box: place, rows: across ? null : colors, columns: across ? colors : null }
    })
  sheet.conditionalRules = given.conditions.map(({ box: place, look, type }) => ({
    ranges: [place],
    kind: 'boolean',
    type,
    args: type === 'CELL_EMPTY' ? [] : type === 'TEXT_CONTAINS' ? ['a'] : [3],
    style: { background: '#ffff00', ...(look.bold ? { bold: true } : {}) },
  }))
  if (given.filter) {
    const { box: place, hidden, background, color: letters } = given.filter
    const colors = {
      ...(background ? { visibleBackground: background } : {}),
      ...(letters ? { visibleFontColor: letters } : {}),
    }
    const filters = hidden.length > 0 || background || letters
    const criteria = filters ? { [place.column]: { hiddenValues: hidden, type: null, args: [], ...colors } } : {}
    sheet.filter = { box: place, criteria }
  }
  sheet.protections = given.protections.map(({ box: place, warningOnly }) => ({
    id: takeId(workbook),
    box: place,
    description: 'mine',
    warningOnly,
    editors: ['alex.morgan@example.com'],
    domainEdit: false,
    unprotected: [],
  }))
  sheet.rowGroups = given.groups.map(({ start, count, collapsed }) => ({
    ...{ start, collapsed, depth: 1 },
    count: Math.min(count, size.rows - start + 1),
  }))
  const folded = sheet.rowGroups.flatMap(({ start, count, collapsed }) =>
    collapsed ? Array.from({ length: count }, (_, line) => start + line) : [],
  )
  sheet.hiddenRows = new Set([...given.hiddenRows, ...folded])
  sheet.hiddenColumns = new Set(given.hiddenColumns)
  sheet.rowHeights = new Map(given.heights.map((row) => [row, 40]))
  sheet.columnWidths = new Map(given.widths.map((column) => [column, 160]))
  ;[sheet.frozenRows = 0, sheet.frozenColumns = 0] = given.frozen
  Object.assign(sheet, { hiddenGridlines: given.gridlines, rightToLeft: given.rightToLeft })
  workbook.namedRanges = given.named.map((place, index) => ({
    id: `${index}`,
    name: `mine_${index}`,
    sheetId: 0,
    box: place,
  }))
  const other = addSheet(workbook, 'Other')
  given.elsewhere.forEach((text, index) => {
    putCell(workbook, other, index + 1, 1, { value: null, formula: text })
  })
  return workbook
}

/** A workbook with a small sheet, `Sheet1`, and another whose formulas refer to it. */
export const book: fc.Arbitrary<() => Workbook> = parts.map(
  (given) => () => fill(newWorkbook({ locale: 'en_US' }), given),
)
