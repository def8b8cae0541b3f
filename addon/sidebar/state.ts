// Everything the sidebar knows, as plain data, and the small pure changes to it.

import type { User } from '../../shared/contract/account-schemas.ts'
import type { ResponseOf } from '../../shared/contract/operations.ts'
import type { Hello, Preferences, Selection } from '../../shared/contract/rpc.ts'
import type { About, Attachment, Conversation } from '../../shared/contract/schemas.ts'
import type { TemplateEntry } from '../../shared/contract/template-schemas.ts'
import type { CellSource } from '../../shared/contract/write-rpc.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import type { Table, TableReceipt } from '../../shared/table/table.ts'
import type { CellPlace } from './evidence.ts'
import type { Fault } from './fault.ts'
import type { Draft as TemplateDraft } from './template-draft.ts'
import type { Entry } from './transcript.ts'

/** A file in the composer. `id` comes with the end of the upload, which waits for the first yes. */
export type FileChip = {
  key: string
  file: File
  state: 'waiting' | 'uploading' | 'ready' | 'failed'
  part: number
  id: string | null
  fault: Fault | null
}

/** The selected range in the composer, with the contents it had when it was chosen. */
export type RangeChip = { a1: string; table: Table | null; notes: string[] }

export type Draft = { text: string; range: RangeChip | null; files: FileChip[] }

/** A message that waits for the first yes, or that did not get through. `key` makes sending it again safe. */
export type Pending = { content: string; attachments: Attachment[]; key: string; draft: Draft }

export type Written = {
  receipt: Receipt
  /** The table it came from and its counts; unknown after a reload. */
  tableId: string | null
  source: TableReceipt | null
  /** Cells that stayed empty because their value is not in the text. */
  leftEmpty: number
  /** The transcript's entry it stands under; null puts it at the top. */
  after: string | null
  /** `gone`: it can't be undone any more, because it was already or its sheet is no longer there. */
  step: 'done' | 'asking' | 'undoing' | 'undone' | 'gone'
  fault: Fault | null
}

/** The cell that is looked at; `held` by a tap or the keyboard, so that hovering does not take its place. */
export type Looked = CellPlace & { entryId: string; tableId: string; held: boolean }

/** `found` is null where it could not be looked up; `changed` where the sheet's value is not the table's any more. */
export type SheetSource = { source: CellSource; found: ResponseOf<'getEvidence'> | null; changed: boolean }

/** An own message that is being written anew; `before` is the draft that comes back when it is left. */
export type Editing = { entryId: string; before: Draft }

/** A template in the form: `from` says which one it is a change of, `notes` what was noticed while it was learned. */
export type View =
  | { name: 'chat' | 'list' | 'settings' | 'templates' }
  | { name: 'insert'; tableId: string }
  | { name: 'template'; draft: TemplateDraft; from: { id: string; etag: string } | null; notes: string[] }

export type State = {
  phase: 'starting' | 'ready'
  /** The spreadsheet's side could not be reached: nothing works without it. */
  blocked: Fault | null
  /** The server could not be reached or did not let us in; `again` says that we are trying. */
  offline: Fault | null
  connecting: boolean
  hello: Hello | null
  about: About | null
  user: User | null
  preferences: Preferences
  view: View
  conversation: Pick<Conversation, 'id' | 'title'> | null
  loading: boolean
  entries: Entry[]
  /** The id of the entry that is being written. */
  writing: string | null
  stopping: boolean
  reconnecting: boolean
  draft: Draft
  consent: boolean
  sendFault: Fault | null
  /** Why the last reply could not be asked for again, or continued. */
  replyFault: Fault | null
  pending: Pending | null
  sending: boolean
  selection: Selection | null
  written: Written | null
  templates: TemplateEntry[] | null
  looked: Looked | null
  /** Where the cell that is selected in the sheet comes from. */
  sheetSource: SheetSource | null
  /** What a change to a table's cells failed with. */
  cellFault: { tableId: string; fault: Fault } | null
  editing: Editing | null
}

export const emptyDraft: Draft = { text: '', range: null, files: [] }

export const initialState: State = {
  phase: 'starting',
  blocked: null,
  offline: null,
  connecting: false,
  hello: null,
  about: null,
  user: null,
  preferences: {},
  view: { name: 'chat' },
  conversation: null,
  loading: false,
  entries: [],
  writing: null,
  stopping: false,
  reconnecting: false,
  draft: emptyDraft,
  consent: false,
  sendFault: null,
  replyFault: null,
  pending: null,
  sending: false,
  selection: null,
  written: null,
  templates: null,
  looked: null,
  sheetSource: null,
  cellFault: null,
  editing: null,
}

/** What the person said yes to: this server with this model. Another one is asked about anew. */
export function agreementFor(about: About, host: string): string {
  return `${host} ${about.engine === 'gpt' ? `${about.model} ${about.model_host}` : 'built-in'}`
}

export function setFile(state: State, key: string, change: Partial<FileChip>): State {
  const files = state.draft.files.map((chip) => (chip.key === key ? { ...chip, ...change } : chip))
  return { ...state, draft: { ...state.draft, files } }
}

export function setEntry(state: State, id: string, change: (entry: Entry) => Entry): State {
  return { ...state, entries: state.entries.map((entry) => (entry.id === id ? change(entry) : entry)) }
}

/** Why the draft can't be sent now, in words; null when it can. */
export function whyNotSend(state: State): string | null {
  const { text, range, files } = state.draft
  if (state.phase === 'starting') return 'The sidebar is still starting'
  if (state.writing !== null) return 'The last message is still being answered'
  if (state.sending) return 'Your message is being sent'
  if (files.some((chip) => chip.state === 'uploading')) return 'A file is still being uploaded'
  if (files.some((chip) => chip.state === 'failed')) return 'A file can\u2019t be sent: remove it, or try it again'
  if (range !== null && range.table === null) return 'The selected range is still being read'
  if (text.trim() === '' && range === null && files.length === 0) return 'Write or paste something first'
  return null
}

/** The attachments as the message carries them. */
export function attachmentsOf(draft: Draft): Attachment[] {
  const files = draft.files.flatMap((chip): Attachment[] =>
    chip.id === null ? [] : [{ kind: 'file', file_id: chip.id }],
  )
  const table = draft.range?.table
  if (draft.range === null || table === null || table === undefined) return files
  return [...files, { kind: 'range', a1: draft.range.a1, columns: table.columns, rows: table.rows }]
}

/** The range with its sheet's name, as people know it. */
export function rangeLabel(selection: Pick<Selection, 'a1' | 'sheet_name'>): string {
  return selection.a1.includes('!') ? selection.a1 : `${selection.sheet_name}!${selection.a1}`
}
