import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { book } from '../../addon/testing/random-book.ts'
import { edits } from '../../addon/testing/random-edits.ts'
import { newWorkbook } from '../../emulator/workbook/workbook.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import { planTable } from '../../shared/plan/plan-table.ts'
import { overlaps } from '../../shared/plan/sheet-window.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { fitTable } from '../../shared/template/fit-table.ts'
import { openEditsByBoth } from './testing/edits-by-both.ts'
import { tableFor } from './testing/tables-for.ts'
import { undecided } from './testing/writes.ts'

const both = await openEditsByBoth()
const locales = ['en_US', 'de_DE', 'ar_EG', 'ja_JP']
const stress = Number(process.env.STRESS ?? 1)

/**
 * No plan writes a formula into a cell of text format, where a sheet takes it for text, places the filter or the same
 * condition twice, or gives a cell two rules.
 */
function computable(given: PlanEdit[]): PlanEdit[] {
  const formatted: PlanEdit[] = given.flatMap((edit): PlanEdit[] => {
    if (edit.kind !== 'cells') return [edit]
    const block = { row: edit.row, column: edit.column, rows: edit.cells.length, columns: edit.cells[0]!.length }
    return [{ kind: 'look', block, look: { number_format: '0.00' } }, edit]
  })
  const filter = formatted.findLastIndex(({ kind }) => kind === 'filter')
  const once = formatted.filter((edit, at) => {
    if (edit.kind === 'filter') return at === filter
    const later = formatted.slice(at + 1)
    if (edit.kind === 'condition')
      return !later.some((other) => other.kind === 'condition' && isDeepStrictEqual(edit.condition, other.condition))
    return edit.kind !== 'rule' || !later.some((other) => other.kind === 'rule' && overlaps(edit.block, other.block))
  })
  return once.map((edit): PlanEdit => {
    const isText = edit.kind === 'look' && edit.look.number_format === '@'
    return isText ? { ...edit, look: { ...edit.look, number_format: '0' } } : edit
  })
}

describe('the same edits by both writers', () => {
  it.each(builtInTemplates.flatMap((template) => locales.map((locale) => [template.id, locale, template] as const)))(
    'give the same sheet: %s in %s',
    async (_id, locale, template) => {
      const decisions = { ...undecided, review: { all: 'in' as const, rows: {} } }
      const fitted = fitTable({ table: tableFor(template, 12), template, locale, decisions })
      const { plan } = planTable({
        ...{ fitted, template, decisions, base: null, source: null, operation_id: 'operation-1' },
        ...{ target: { kind: 'new_sheet' }, new_id: 'anchor-0001', now: '2026-03-12T08:00:00Z' },
        place: { locale, sheet_names: ['Sheet1'], range_names: [], sheet: null, known: null },
      })
      const made = await both.make(newWorkbook({ locale, timeZone: 'Etc/GMT' }), plan.edits, plan.sheet_name)
      expect(made.rest).toEqual(made.script)
      expect(made.rest).toBeDefined()
    },
  )

  it('give the same spreadsheet, whatever the edits and whatever was there', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(book, edits, async (makeBook, editsFor) => {
        const before = makeBook()
        const made = await both.make(before, computable(editsFor(before.sheets[0]!.merges)))
        if (made.refused === undefined) compared++
        expect(made.rest).toEqual(made.script)
      }),
      { numRuns: 40 * stress },
    )
    expect(compared).toBeGreaterThan(20 * stress)
  })
})
