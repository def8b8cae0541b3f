import { expect, it } from 'vitest'
import type { Receipt } from '../../shared/plan/receipt.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { type Aim, openBoth } from './testing/both-writers.ts'
import { fillSheet } from './testing/someones-sheet.ts'
import { laterVersion, tableFor } from './testing/tables-for.ts'

const stress = process.env.STRESS !== '1'
const locales = ['en_US', 'de_DE', 'ar_EG', 'ja_JP']

const withoutIds = ({ at: _at, anchor_id: _anchor, sheet_id: _sheet, ...receipt }: Receipt) => receipt

/** Sheets and tables have other ids with each writer, and so has what is told by its digest. */
const plain = ({ digest: _digest, ...preview }: object & { digest: string }) => preview

/** One template; every one in every locale in the long run. */
const cases = builtInTemplates
  .flatMap((template) => locales.map((locale) => ({ name: template.id, template, locale })))
  .filter(({ name, locale }) => stress || (name === 'sales_analysis' && locale === 'de_DE'))

it.each(cases)(
  '$name in $locale is the same sheet by both writers, whatever its target',
  async ({ template, locale }) => {
    const both = await openBoth({ locale, fill: fillSheet })
    const table = tableFor(template, 9)
    const decisions = {
      mapping: {},
      review: { all: 'in' as const, rows: {} },
      conflicts: { all: 'table' as const, cells: {} },
    }
    const source = { conversation_id: null, table_id: 'table-1', version: 1 }
    const key = table.columns[0]!.key
    const steps: [Aim, typeof table, typeof table | null][] = [
      [{ kind: 'new_sheet' }, table, null],
      [{ kind: 'append', known: 0 }, tableFor(template, 3, 40), null],
      [{ kind: 'at_cell', sheet_id: 0, row: 3, column: 2 }, table, null],
      [{ kind: 'merge', known: 0, by: [key] }, laterVersion(template, table), table],
      [{ kind: 'replace', known: 0 }, tableFor(template, 5, 60), null],
      [{ kind: 'at_cell', sheet_id: 0, row: 34, column: 1 }, tableFor(template, 12, 70), null],
      [{ kind: 'append', known: 1 }, tableFor(template, 4, 90), null],
    ]
    for (const [aim, rows, base] of steps) {
      const told = await both.write(aim, { table: rows, template, decisions, source, base })
      const { script, rest } = both.compared()
      expect({ step: aim.kind, ...rest }).toEqual({ step: aim.kind, ...script })
      expect({ step: aim.kind, ...plain(told.rest.preview) }).toEqual({ step: aim.kind, ...plain(told.script.preview) })
      expect(withoutIds(told.rest.receipt)).toEqual(withoutIds(told.script.receipt))
    }
    await both.close()
  },
)
