// A plan as the requests of one Sheets API batchUpdate, which writes it whole or not at all.
import { type AnchorState, anchorRequests, type DoneContext, doneRequests } from './batch-update/anchor-requests.ts'
import { type Batch, compileEdit } from './batch-update/compile-edit.ts'
import { idFor } from './batch-update/ids.ts'
import { withNativeTable } from './batch-update/native-table.ts'
import type { GridProperties, Request } from './batch-update/request.ts'
import { freshSheet, type SheetState } from './batch-update/sheet-state.ts'
import type { SheetPlan } from './sheet-plan.ts'

/**
 * What the batch has to know beside the plan. `sheet` is the sheet as it is now, also a fresh one that is there for the
 * table; null: the batch makes one. `native_table` makes a table of Google's own in place of bands and a filter, where the columns allow one.
 */
export type BatchContext = DoneContext & {
  locale: string
  sheet: SheetState | null
  anchor: AnchorState
  native_table: boolean
}

/** The id of the sheet that an operation makes. */
export function newSheetId(operationId: string): number {
  return idFor(operationId, 'sheet')
}

/**
 * The whole batch, in order. All ids are made from the operation, and its last request notes that the operation is done:
 * sent a second time, the batch fails as a whole.
 */
export function batchUpdateRequests(plan: SheetPlan, context: BatchContext): Request[] {
  const { operation_id, locale } = context
  const sheet = context.sheet ?? freshSheet(newSheetId(operation_id))
  const newId = (thing: string) => idFor(operation_id, thing)
  const batch: Batch = { requests: [], sheet, isNew: context.sheet === null, locale, properties: {}, later: [], newId }
  const edits = context.native_table ? withNativeTable(plan, batch) : plan.edits
  const anchors: Request[] = []
  for (const edit of edits) {
    if (edit.kind === 'anchor') anchors.push(...anchorRequests(edit, sheet.id, context.anchor, newId))
    else compileEdit(batch, edit)
  }
  const made = context.sheet === null ? makeSheet(plan, batch) : setProperties(batch)
  return [...made, ...batch.later, ...anchors, ...doneRequests(context)]
}

/** The sheet is made with everything that it is. */
function makeSheet(plan: SheetPlan, { requests, sheet, properties }: Batch): Request[] {
  const gridProperties: GridProperties = {
    rowCount: sheet.rows,
    columnCount: sheet.columns,
    ...properties.gridProperties,
  }
  const made = { sheetId: sheet.id, title: plan.sheet_name, ...properties, gridProperties }
  return [{ addSheet: { properties: made } }, ...requests]
}

function setProperties({ requests, sheet, properties }: Batch): Request[] {
  const { gridProperties, ...others } = properties
  const fields = [...Object.keys(others), ...Object.keys(gridProperties ?? {}).map((name) => `gridProperties.${name}`)]
  if (fields.length === 0) return requests
  const changed = { sheetId: sheet.id, ...properties }
  return [...requests, { updateSheetProperties: { properties: changed, fields: fields.join(',') } }]
}
