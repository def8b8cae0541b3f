// What the spreadsheet remembers of an operation that is done: enough to give its receipt again.
import * as z from 'zod'
import type { Receipt } from '../receipt.ts'

/** The key of these notes; developer metadata of a spreadsheet may be 30,000 characters in all, so they are short. */
export const doneKey = 'tablewright.done'

const Count = z.int().nonnegative()
const Note = z.tuple([
  z.string(),
  z.string(),
  z.int(),
  z.string(),
  z.union([z.literal(0), z.literal(1)]),
  z.tuple([Count, Count, Count, Count, Count, Count, Count, Count]),
])

/** All of a receipt but what the spreadsheet says itself: the name of the sheet and the title of the table. */
export type DoneNote = Pick<
  Receipt,
  'at' | 'anchor_id' | 'sheet_id' | 'range' | 'new_sheet' | 'rows_written' | 'cells_overwritten' | 'counts'
>

export function writeDoneNote(note: DoneNote): string {
  const { rows_new, rows_updated, rows_unchanged, rows_removed, rows_left_out, cells_updated } = note.counts
  const counts = [rows_new, rows_updated, rows_unchanged, rows_removed, rows_left_out, cells_updated]
  const numbers = [note.rows_written, note.cells_overwritten, ...counts]
  return JSON.stringify([note.at, note.anchor_id, note.sheet_id, note.range, note.new_sheet ? 1 : 0, numbers])
}

/** Null for what is no such note. */
export function readDoneNote(text: string): DoneNote | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const note = Note.safeParse(json)
  if (!note.success) return null
  const [at, anchor_id, sheet_id, range, isNew, numbers] = note.data
  const [rows_written, cells_overwritten, rows_new, rows_updated, rows_unchanged, rows_removed, rows_left_out, cells] =
    numbers
  const counts = { rows_new, rows_updated, rows_unchanged, rows_removed, rows_left_out, cells_updated: cells }
  return { at, anchor_id, sheet_id, range, new_sheet: isNew === 1, rows_written, cells_overwritten, counts }
}
