// For tests: lists of edits as plans have them, rows first, on a sheet of a random workbook.
import fc from 'fast-check'
import { deletion, insertion, shiftBoxes } from '../../emulator/workbook/line-shift.ts'
import type { Box } from '../../emulator/workbook/workbook.ts'
import type { TableAnchor } from '../../shared/plan/anchor.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import type { SheetCondition, SheetRule } from '../../shared/plan/sheet-rule.ts'
import { touchedBlocks } from '../apps-script/edits/trace-cells.ts'
import { box, size } from './random-book.ts'

/** An anchor with just the names that tell it from another. */
export function anchorOf(id: string): TableAnchor {
  return {
    id,
    range_name: `tablewright_${id.replace(/\W/g, '_')}`,
    title: 'Table',
    source: null,
    template: { id: 'plain', version: 1 },
    operation_id: 'operation',
    written_at: '2026-11-22T00:00:00Z',
    columns: [],
    key: [],
    totals: false,
  }
}

const color = fc.constantFrom('#123456', '#ffffff', '#eeeeee')
const cell = fc.oneof(
  fc.constantFrom('text', '=x', "'q", '0042', '3-5', '1e5', 'TRUE', '', 'zwei\nZeilen'),
  fc.integer({ min: -9, max: 9999 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom({ formula: '=A1' }, { formula: '=SUM(B2:B4)' }),
)
const rule = fc.constantFrom<(SheetRule | null)[]>(
  { kind: 'list' as const, values: ['a', 'b'], strict: false },
  { kind: 'checkbox' as const },
  { kind: 'number' as const, min: 0, strict: false },
  { kind: 'formula' as const, formula: '=A1>0', strict: false },
  null,
)
const look = fc.record(
  {
    number_format: fc.constantFrom('@', '0.00', 'yyyy-mm-dd'),
    align: fc.constantFrom('left' as const, 'right' as const),
    bold: fc.boolean(),
    color,
    background: fc.option(color),
    wrap: fc.constantFrom('wrap' as const, 'clip' as const),
    border_top: fc.option(color),
  },
  { requiredKeys: [] },
)
const condition = fc.constantFrom<SheetCondition[]>(
  { kind: 'cell' as const, test: 'greater' as const, values: [5], look: { background: '#ff0000' } },
  { kind: 'cell' as const, test: 'empty' as const, values: [], look: { background: '#ffff00' } },
  { kind: 'formula' as const, formula: '=A1>1', look: { bold: true } },
)

const content: fc.Arbitrary<PlanEdit> = fc.oneof(
  {
    weight: 5,
    arbitrary: box.chain((block) =>
      fc
        .array(fc.array(cell, { minLength: block.columns, maxLength: block.columns }), {
          minLength: block.rows,
          maxLength: block.rows,
        })
        .map((cells): PlanEdit => ({ kind: 'cells', row: block.row, column: block.column, cells })),
    ),
  },
  { weight: 2, arbitrary: fc.record({ block: box, look }).map((given): PlanEdit => ({ kind: 'look', ...given })) },
  fc.record({ block: box, rule }).map((given): PlanEdit => ({ kind: 'rule', ...given })),
  fc.record({ block: box }).map((given): PlanEdit => ({ kind: 'clear', ...given })),
  box.chain((block) =>
    fc
      .constantFrom('a new note', '')
      .map((note): PlanEdit => ({ kind: 'note', row: block.row, column: block.column, note })),
  ),
  fc
    .record({ block: box, header: fc.option(color), first: color, second: color })
    .map((given): PlanEdit => ({ kind: 'band', ...given })),
  fc
    .record({ blocks: fc.array(box, { minLength: 1, maxLength: 2 }), condition })
    .map((given): PlanEdit => ({ kind: 'condition', ...given })),
  fc.record({ block: box }).map((given): PlanEdit => ({ kind: 'filter', ...given })),
  fc.constantFrom<PlanEdit>(
    { kind: 'freeze', rows: 1, columns: 0 },
    { kind: 'width', column: 2, count: 3, pixels: 180 },
    { kind: 'gridlines', shown: false },
    { kind: 'gridlines', shown: true },
    { kind: 'right_to_left' },
  ),
  box.chain((block) =>
    fc.constantFrom('anchor-1', 'anchor-2').map((id): PlanEdit => ({ kind: 'anchor', block, anchor: anchorOf(id) })),
  ),
)

const structure: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('insert_rows'),
    before: fc.integer({ min: 1, max: size.rows - 2 }),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('delete_rows'),
    // Two in a row take three rows each: both have to find theirs.
    row: fc.integer({ min: 3, max: size.rows - 6 }),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('grow'),
    rows: fc.integer({ min: 1, max: size.rows + 5 }),
    columns: fc.integer({ min: 1, max: size.columns + 3 }),
  }),
)

/** Merged cells that edits would write into are separated first, as every plan does. */
function separated(edits: PlanEdit[], merges: Box[], rowSteps: PlanEdit[]): PlanEdit[] {
  const now = rowSteps.reduce((boxes, edit) => {
    if (edit.kind === 'insert_rows') return shiftBoxes(boxes, insertion('row', edit.before, edit.count))
    return edit.kind === 'delete_rows' ? shiftBoxes(boxes, deletion('row', edit.row, edit.count)) : boxes
  }, merges)
  const touched = edits.flatMap(touchedBlocks)
  const hit = now.filter(
    (merge) =>
      merge.rows * merge.columns > 1 &&
      touched.some(
        (block) =>
          merge.row < block.row + block.rows &&
          block.row < merge.row + merge.rows &&
          merge.column < block.column + block.columns &&
          block.column < merge.column + merge.columns,
      ),
  )
  return hit.length > 0 ? [{ kind: 'separate', blocks: hit }, ...edits] : edits
}

/** Edits for a sheet with these merged cells. */
export const edits: fc.Arbitrary<(merges: Box[]) => PlanEdit[]> = fc
  .record({
    structure: fc.array(structure, { maxLength: 2 }),
    content: fc.array(content, { minLength: 1, maxLength: 8 }),
  })
  .map((given) => (merges) => {
    // Rows that go leave enough of the small sheet for what follows.
    const grown: PlanEdit[] = given.structure.some(({ kind }) => kind === 'delete_rows')
      ? [{ kind: 'grow', rows: size.rows, columns: size.columns }]
      : []
    const anchored = given.content.findIndex(({ kind }) => kind === 'anchor')
    // Frozen rows may not end within a merged cell; no plan freezes rows of a sheet in use.
    const tall = merges.some(({ rows }) => rows > 1)
    const content = given.content.filter(
      ({ kind }, at) => (kind !== 'anchor' || at === anchored) && !(tall && kind === 'freeze'),
    )
    return [...given.structure, ...grown, ...separated(content, merges, given.structure)]
  })
