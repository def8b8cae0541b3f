// Whatever a table holds, its text stays text and nothing of it is dropped.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SheetPlan } from '../plan/sheet-plan.ts'
import { planNew } from '../plan/testing/plan-in.ts'
import type { Table } from '../table/table.ts'
import { builtInTemplates } from './built-in.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '+1', '@x', "'x", '0042', '3-5', '=IMPORTXML("a")', '1e5', 'TRUE', '\t=x'),
)
const type = fc.constantFrom(
  ...(['text', 'number', 'currency', 'percent', 'date', 'time', 'datetime', 'boolean', 'email', 'url'] as const),
)
const name = fc.oneof(fc.constantFrom('Qty', 'Unit price', 'Order', 'Status', 'Name', 'E-Mail', ''), text)
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
const table = fc
  .array(fc.record({ name, type }), { minLength: 1, maxLength: 5 })
  .chain((columns) =>
    fc
      .array(fc.array(value, { minLength: columns.length, maxLength: columns.length }), { maxLength: 4 })
      .map(
        (rows): Table => ({ title: 'Orders', rows, columns: columns.map((each, at) => ({ key: `k${at}`, ...each })) }),
      ),
  )
const settled = (was: string) => was.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')

test('its text stays text, nothing is dropped, and only the template makes formulas', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...builtInTemplates), (table, template) => {
      const { plan, cells, columns, fitted } = planNew(table, template)
      expect(SheetPlan.safeParse(plan).success).toBe(true)
      const from = columns.map((each) => each.from).filter((each) => each !== null)
      expect(from.sort()).toEqual(table.columns.map(({ key }) => key).sort())
      columns.forEach((column, c) => {
        const source = table.columns.findIndex(({ key }) => key === column.from)
        if (source < 0) return
        fitted.source_rows.forEach((sourceRow, r) => {
          const [was, now] = [table.rows[sourceRow]?.[source], cells[r + 1]?.[c]]
          expect(typeof now === 'object' && now !== null).toBe(false)
          if (typeof was === 'string' && typeof now === 'string' && was !== '') expect(now).toBe(settled(was))
        })
      })
    }),
    { numRuns: 150 * Number(process.env.STRESS ?? 1) },
  )
})
