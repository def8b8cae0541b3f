// For any table, template and sheet: a plan says all that it changes, and rows land once, wherever the sheet's rows stand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Table } from '../table/table.ts'
import type { Template } from '../template/template.ts'
import type { PlanBlock } from './plan-edit.ts'
import { PlanPreview } from './plan-preview.ts'
import { sameCell } from './same-cell.ts'
import type { SheetCell } from './sheet-cell.ts'
import { SheetPlan } from './sheet-plan.ts'
import type { Target } from './target.ts'
import { planIn, tableId, templateOf } from './testing/plan-in.ts'
import { applyPlan, at, contents, emptySheet, put, type SimSheet } from './testing/sim-sheet.ts'
import { touchedCells } from './touched-cells.ts'
import { whyBlocked } from './why-blocked.ts'

const numRuns = 60 * Number(process.env.STRESS ?? 1)

type Scene = { template: Template; table: Table; sheet: SimSheet; row: number; column: number }

const word = fc.constantFrom('a', 'bb', '=x', "'q", '0042', 'Größe', '3-5', 'x\ny', ' ')
const cellOf = {
  text: fc.option(word, { nil: null, freq: 4 }),
  number: fc.option(fc.oneof(fc.integer({ min: -9, max: 99 }), fc.constant(0.1), fc.constant('n/a')), {
    nil: null,
    freq: 4,
  }),
  date: fc.option(fc.constantFrom('2026-01-05', '2025-12-31', 'soon'), { nil: null, freq: 4 }),
  boolean: fc.option(fc.boolean(), { nil: null, freq: 4 }),
}

const templates = [
  templateOf([]),
  templateOf([{ key: 'id', header: 'Id', type: 'text', unique: true }]),
  templateOf(
    [
      { key: 'id', header: 'Id', type: 'text', unique: true },
      { key: 'n', header: 'N', type: 'number', total: 'sum' },
      { key: 'double', header: 'Double', type: 'number', formula: 'n * 2', total: 'average' },
      { key: 'day', header: 'Day', type: 'date', note: 'When' },
    ],
    {
      layout: { totals_label: 'Total', frozen_columns: 1 },
      formatting: {
        conditional_formats: [
          { kind: 'cell', columns: ['n', 'day'], test: 'empty', values: [], look: { italic: true } },
        ],
      },
      rules: [
        { column: 'n', rule: { kind: 'number', min: 0, strict: true } },
        { column: 'id', rule: { kind: 'length', max: 20, strict: false } },
      ],
    },
  ),
]

/** Rows with ids of their own, apart from some that repeat one or have none. */
const rowsArb = (types: (keyof typeof cellOf)[], most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: most })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) => fc.tuple(fc.constant(`K${id}`), ...types.map((type) => cellOf[type] as fc.Arbitrary<Cell>))),
      ),
    )

const sceneArb: fc.Arbitrary<Scene> = fc
  .record({
    template: fc.constantFrom(...templates),
    types: fc.subarray(['number', 'date', 'text', 'boolean'] as const),
    row: fc.integer({ min: 1, max: 5 }),
    column: fc.integer({ min: 1, max: 4 }),
    notes: fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 11 })), { maxLength: 12 }),
    merged: fc.boolean(),
  })
  .chain(({ types, notes, merged, ...rest }) =>
    rowsArb([...types], 6).map((rows): Scene => {
      const columns = [
        { key: 'k', name: 'Id', type: 'text' as const },
        ...types.map((type) => ({ key: type, name: type === 'number' ? 'N' : type === 'date' ? 'Day' : type, type })),
      ]
      const sheet = emptySheet(14, 11)
      for (const [row, column] of notes) put(sheet, row, column, [[`note ${row}/${column}`]])
      if (merged) {
        sheet.merged.push({ row: 4, column: 3, rows: 2, columns: 2 })
        put(sheet, 4, 4, [[null]])
        put(sheet, 5, 3, [[null, null]])
      }
      return { ...rest, table: { title: 'Things', columns, rows }, sheet }
    }),
  )

const inside = ({ row, column, rows, columns }: PlanBlock, r: number, c: number) =>
  r >= row && r < row + rows && c >= column && c < column + columns

const asText = (cell: SheetCell) => (typeof cell === 'object' && cell !== null ? 'formula' : cell)

/** Every cell that changes is touched by an edit, and every filled one that changes is counted and needs a yes or was asked for. */
function expectHonest(sheet: SimSheet, planned: ReturnType<typeof planIn>, known: PlanBlock | null): SimSheet {
  const { plan, preview } = planned
  SheetPlan.parse(plan)
  PlanPreview.parse(preview)
  const done = applyPlan(sheet, plan)
  const { touched, before } = touchedCells(plan)
  let changed = 0
  done.grid.forEach((line, r) => {
    const was = before(r + 1)
    line.forEach((cell, c) => {
      const old = was === null ? undefined : sheet.grid[was - 1]?.[c]
      const here = touched.filter(({ block }) => inside(block, r + 1, c + 1))
      if (!old) return
      if (here.length === 0) {
        expect([asText(cell.cell), cell.look, cell.rule, cell.note]).toEqual([
          asText(old.cell),
          old.look,
          old.rule,
          old.note,
        ])
        return
      }
      // Formulas that only follow their rows have not changed.
      const isWritten = here.some(({ contents: written }) => written)
      if (!isWritten) expect(asText(cell.cell)).toEqual(asText(old.cell))
      if (isWritten && old.cell !== null && !sameCell(old.cell, cell.cell)) {
        changed++
        const own = known !== null && was !== null && inside(known, was, c + 1)
        expect(own || inside(plan.block, r + 1, c + 1)).toBe(true)
        if (!own) expect(whyBlocked(preview, []).map(({ kind }) => kind)).toContain('overwrite')
      }
    })
  })
  expect(preview.changes.count).toBe(changed)
  const { rows_new, rows_updated, rows_unchanged, rows_left_out } = preview.counts
  return Object.assign(done, { counted: rows_new + rows_updated + rows_unchanged + rows_left_out })
}

const all = { review: { all: 'in', rows: {} } } as const

/** The scene with its table written at its cell. */
function written({ sheet, table, template, row, column }: Scene): { sheet: SimSheet; block: PlanBlock } {
  const planned = planIn(sheet, {
    table,
    template,
    target: { kind: 'at_cell', sheet_id: 7, row, column },
    decisions: all,
  })
  const done = expectHonest(sheet, planned, null)
  return { sheet: done, block: planned.plan.block }
}

const bodyRows = (sheet: SimSheet) => {
  const { anchor, block } = sheet.tables.get(tableId)!
  const rows = block.rows - 1 - (anchor.totals ? 1 : 0)
  return contents(sheet, { ...block, row: block.row + 1, rows })
}

test('a table at a cell changes what its preview says, and nothing else', () => {
  fc.assert(
    fc.property(sceneArb, (scene) => {
      const { sheet } = written(scene)
      expect(bodyRows(sheet).map(([id]) => id)).toEqual(scene.table.rows.map(([id]) => id))
    }),
    { numRuns },
  )
})

const known = { anchor_id: tableId }

test('appended rows land once, under the others, and what stood there still does', () => {
  fc.assert(
    fc.property(sceneArb, fc.nat(), (scene, seed) => {
      const { sheet, block } = written(scene)
      const more = scene.table.rows.map(([, ...cells], index): Cell[] => [`New${seed}-${index}`, ...cells])
      const table = { ...scene.table, rows: more }
      const target: Target = { kind: 'append', ...known }
      const planned = planIn(sheet, { table, template: scene.template, target, decisions: all })
      const done = expectHonest(sheet, planned, block)
      const ids = bodyRows(done).map(([id]) => id)
      // Notes right below may be taken for rows that somebody typed.
      expect(ids.filter((id) => id !== null && !String(id).startsWith('note'))).toEqual(
        [...scene.table.rows, ...more].map(([id]) => id),
      )
      expect(planned.preview.counts.rows_new).toBe(more.length)
      // With a key, the same rows once more are left out.
      if (!scene.template.layout.columns.some(({ unique }) => unique)) return
      const decisions = { review: { all: 'out', rows: {} } } as const
      const again = planIn(done, { table, template: scene.template, target, decisions })
      expect(again.preview.counts.rows_new).toBe(0)
      expect(again.plan.edits.filter(({ kind }) => kind !== 'anchor')).toEqual([])
    }),
    { numRuns },
  )
})

test('replacing with the same changes nothing; with other rows, the body is theirs', () => {
  fc.assert(
    fc.property(sceneArb, fc.subarray([0, 1, 2, 3, 4, 5]), (scene, kept) => {
      const { sheet, block } = written(scene)
      const target: Target = { kind: 'replace', ...known }
      const { template, table } = scene
      expect(planIn(sheet, { table, template, target, decisions: all }).plan.edits).toEqual([])
      const fewer = { ...table, rows: table.rows.filter((_, index) => kept.includes(index)).reverse() }
      const planned = planIn(sheet, { table: fewer, template, target, decisions: all })
      const done = expectHonest(sheet, planned, block)
      const ids = bodyRows(done).map(([id]) => id)
      expect(ids.slice(0, fewer.rows.length)).toEqual(fewer.rows.map(([id]) => id))
      expect(planIn(done, { table: fewer, template, target, decisions: all }).plan.edits).toEqual([])
    }),
    { numRuns },
  )
})

/** Somebody sorts the rows of the body. */
function sortBody(sheet: SimSheet, block: PlanBlock, seed: number): void {
  const { anchor } = sheet.tables.get(tableId)!
  const rows = block.rows - 1 - (anchor.totals ? 1 : 0)
  const body = contents(sheet, { ...block, row: block.row + 1, rows })
  const order = body.map((_, index) => index).sort((a, b) => ((a * 7 + seed) % 11) - ((b * 7 + seed) % 11))
  order.forEach((from, to) => {
    const moved = body[from]!.map((cell): SheetCell => {
      if (cell === null || typeof cell !== 'object') return cell
      return { formula: cell.formula.replace(/([A-Z])\d+/g, `$1${block.row + 1 + to}`) }
    })
    put(sheet, block.row + 1 + to, block.column, [moved])
  })
}

test('a merge finds its rows wherever they stand, and the same merge again changes nothing', () => {
  fc.assert(
    fc.property(sceneArb, fc.nat(20), fc.nat(5), fc.boolean(), (scene, seed, dropped, hasBase) => {
      if (!scene.template.layout.columns.some(({ unique }) => unique)) return
      const { sheet, block } = written(scene)
      sortBody(sheet, block, seed)
      const { template, table } = scene
      const rows = table.rows
        .filter((_, index) => index !== dropped)
        .map((cells, index): Cell[] =>
          index % 2 === seed % 2
            ? [cells[0]!, ...cells.slice(1).map((cell) => (cell === 7 ? 8 : typeof cell === 'number' ? 7 : cell))]
            : cells,
        )
        .concat([[`Fresh${seed}`, ...table.columns.slice(1).map(() => null)]])
      const next = { ...table, rows }
      const target: Target = { kind: 'merge', ...known }
      const base = hasBase ? table : null
      const planned = planIn(sheet, { table: next, template, target, decisions: all, base })
      const done = expectHonest(sheet, planned, block)
      expect(planned.preview.conflicts.count).toBe(0)
      const id = (cells: SheetCell[]) => cells[0]
      const found = new Map(bodyRows(done).map((cells) => [id(cells), cells]))
      for (const cells of rows) {
        const here = found.get(cells[0] ?? null)
        expect(here).toBeDefined()
        const at = planned.plan.columns.findIndex(({ from }) => from === 'number')
        if (at >= 0) expect(here?.[at]).toEqual(cells[table.columns.findIndex(({ key }) => key === 'number')])
      }
      for (const again of [next, null]) {
        const { plan } = planIn(done, { table: next, template, target, decisions: all, base: again })
        // Only notes that the table has come to touch may count as typed below it.
        expect(plan.edits.filter(({ kind }) => kind !== 'anchor')).toEqual([])
      }
    }),
    { numRuns },
  )
})

test('what a person writes between preview and write gives the plan another digest', () => {
  fc.assert(
    fc.property(sceneArb, fc.nat(), (scene, seed) => {
      const { sheet, block } = written(scene)
      const target: Target = { kind: 'replace', ...known }
      const plan = () =>
        planIn(sheet, { ...scene, target, decisions: all, operation_id: `operation-${seed}` }).preview.digest
      const digest = plan()
      expect(planIn(sheet, { ...scene, target, decisions: all }).preview.digest).toBe(digest)
      at(sheet, block.row + 1 + (seed % Math.max(1, block.rows - 1)), block.column).cell = `typed ${seed}`
      if (block.rows > 1) expect(plan()).not.toBe(digest)
    }),
    { numRuns },
  )
})
