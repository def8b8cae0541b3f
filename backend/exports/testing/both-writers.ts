// For tests: the same writes by the add-on's script and through the REST API, each into its own copy of a spreadsheet.
import { openScript } from '../../../addon/testing/open-script.ts'
import { fromJson, toJson } from '../../../emulator/workbook/json.ts'
import { newWorkbook, type Workbook } from '../../../emulator/workbook/workbook.ts'
import { anchorKey } from '../../../shared/plan/anchor.ts'
import { NeedKind } from '../../../shared/plan/plan-preview.ts'
import type { Target } from '../../../shared/plan/target.ts'
import { previewTable } from '../plan-table.ts'
import { type TableWrite, writeTable } from '../write-table.ts'
import { comparableBook } from './comparable-book.ts'
import { startLocalGoogle } from './local-google.ts'

/** A target that names a table by its place among those that the spreadsheet has. */
export type Aim =
  | Extract<Target, { kind: 'new_sheet' | 'at_cell' }>
  | { kind: 'append' | 'replace'; known: number }
  | { kind: 'merge'; known: number; by?: string[] }

function targetIn(book: Workbook, aim: Aim): Target {
  if (!('known' in aim)) return aim
  const { known, ...target } = aim
  const entry = book.metadata.filter(({ key }) => key === anchorKey)[known]
  return { ...target, anchor_id: JSON.parse(entry?.value ?? '{}').id }
}

export async function openBoth({ locale, fill }: { locale: string; fill?: (book: Workbook) => void }) {
  const book = newWorkbook({ title: 'Book', locale, timeZone: 'Etc/GMT' })
  fill?.(book)
  const script = await openScript({ workbook: fromJson(structuredClone(toJson(book))) })
  const local = await startLocalGoogle()
  const rest = local.addBook({ title: 'Book', locale })
  Object.assign(rest, fromJson(structuredClone(toJson(book))), { id: rest.id })
  let operations = 0
  return {
    script: script.runtime.workbook,
    rest,
    /** Writes by both, with everything agreed to unless `allow` says what. */
    write: async (
      aim: Aim,
      given: Omit<TableWrite, 'operation_id' | 'digest' | 'allow' | 'native_table'>,
      allow: NeedKind[] = [...NeedKind.options],
    ) => {
      const operation_id = `operation-${++operations}`
      const { remembered: _, ...asked } = given
      const input = { ...asked, target: targetIn(script.runtime.workbook, aim) }
      const preview = script.ask('preview', input)
      const target = targetIn(rest, aim)
      const { digest } = preview
      const seen = await previewTable(local.google, rest.id, target, { ...given, native_table: false })
      const progress = script.ask('write', { ...input, operation_id, digest, allow })
      const write = { ...given, operation_id, digest: seen.digest, allow, native_table: false }
      const receipt = await writeTable(rest.id, target, write, local)
      return {
        script: { preview: { ...preview, target: aim }, receipt: progress.receipt },
        rest: { preview: { ...seen, target: aim }, receipt },
      }
    },
    compared: () => ({ script: comparableBook(script.runtime.workbook), rest: comparableBook(rest) }),
    google: local.google,
    close: local.close,
  }
}
