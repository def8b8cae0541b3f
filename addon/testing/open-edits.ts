// For tests: edits made and taken back in the Apps Script look-alike, without a plan.
import { join } from 'node:path'
import { build } from 'esbuild'
import { createRuntime } from '../../emulator/apps-script/runtime.ts'
import type { Workbook } from '../../emulator/workbook/workbook.ts'
import type { RpcProblem } from '../../shared/contract/rpc.ts'
import type { PlanEdit } from '../../shared/plan/plan-edit.ts'
import { aroundAll } from '../apps-script/edits/blocks.ts'
import { touchedBlocks } from '../apps-script/edits/trace-cells.ts'
import type { EditsInput } from './edits-entry.ts'

const names = ['makeEdits', 'undoEdits']

const code = build({
  entryPoints: [join(import.meta.dirname, 'edits-entry.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'Edits',
  target: 'es2019',
  footer: { js: names.map((name) => `function ${name}(json) { return Edits.${name}(json) }`).join('\n') },
}).then(({ outputFiles }) => outputFiles[0]?.text ?? '')

type Answer = { value?: unknown; problem?: RpcProblem; text?: string }

let operations = 0

/**
 * A spreadsheet with a script that makes edits; `make` gives the operation's id, for `undo`. The script is loaded once:
 * `become` puts another workbook in place of the present one, which is much faster than opening anew.
 */
export async function openEdits() {
  const runtime = createRuntime()
  const { workbook } = runtime
  runtime.evaluate(await code)
  const call = (name: string, input: unknown): Answer => JSON.parse(String(runtime.call(name, JSON.stringify(input))))
  return {
    runtime,
    become(other: Workbook): Workbook {
      Object.assign(workbook, other, { id: workbook.id, version: workbook.version + 1 })
      runtime.stores.properties.document.clear()
      return workbook
    },
    make(edits: PlanEdit[], { sheetId = 0, newSheet = null }: { sheetId?: number; newSheet?: string | null } = {}) {
      const operation_id = `operation-${++operations}`
      const touched = edits.flatMap(touchedBlocks)
      const anchor = edits.find((edit) => edit.kind === 'anchor')
      const input: EditsInput = {
        operation_id,
        sheet_id: sheetId,
        new_sheet: newSheet,
        edits,
        base: {
          block:
            anchor?.block ?? (touched.length > 0 ? aroundAll(touched) : { row: 1, column: 1, rows: 1, columns: 1 }),
          range_name: anchor?.anchor.range_name ?? null,
          staging: null,
          receipt: {
            operation_id,
            anchor_id: 'anchor-of-test',
            table_id: null,
            sheet_id: sheetId,
            sheet_name: 'Sheet',
            new_sheet: newSheet !== null,
            range: 'A1',
            title: 'Table',
            rows_written: 0,
            counts: {
              rows_new: 0,
              rows_updated: 0,
              rows_unchanged: 0,
              rows_removed: 0,
              rows_left_out: 0,
              cells_updated: 0,
            },
            cells_overwritten: 0,
            at: '2026-11-22T00:00:00Z',
          },
        },
      }
      return { operation_id, answer: call('makeEdits', input) }
    },
    undo: (operation_id: string, force = false): Answer => call('undoEdits', { operation_id, force }),
  }
}
