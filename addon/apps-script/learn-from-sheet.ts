// A draft of a template, learned from the selected cells or from a table that was written before.
import type { RpcInput, RpcOutput } from '../../shared/contract/rpc.ts'
import { learnTemplate } from '../../shared/template/learn.ts'
import { Failure } from './failure.ts'
import { findKnownTables } from './place/known-tables.ts'
import { readLearnSource } from './place/read-learn-source.ts'
import { selectedBlock } from './selection.ts'
import { findSheet } from './sheets.ts'

function learnKnown(anchorId: string, name: string | undefined) {
  const table = findKnownTables(SpreadsheetApp.getActiveSpreadsheet()).find(({ anchor }) => anchor.id === anchorId)
  const sheet = table ? findSheet(table.sheet_id) : null
  if (table && sheet) return readLearnSource(sheet, table.block, name ?? table.anchor.title, table.anchor)
  throw new Failure(
    'invalid',
    'The table is no longer in this spreadsheet.',
    'Select its cells, or create the template by hand.',
  )
}

function learnSelected(name: string | undefined) {
  const selected = selectedBlock()
  if (!selected)
    throw new Failure('nothing_selected', 'Nothing is selected.', 'Select a header row or a table, then try again.')
  const { sheet, block } = selected
  return readLearnSource(sheet, block, name ?? sheet.getName(), null)
}

export function learnFromSheet({ name, anchor_id }: RpcInput<'learn'>): RpcOutput<'learn'> {
  return learnTemplate(anchor_id === undefined ? learnSelected(name) : learnKnown(anchor_id, name))
}
