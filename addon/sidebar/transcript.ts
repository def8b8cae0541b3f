// The messages of a conversation as the sidebar holds them, and how a stream event changes the one that is being written.
import type { Attachment, Message, MessageState, ProblemBody, TableHead } from '../../shared/contract/schemas.ts'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Cell, Column, TableReceipt } from '../../shared/table/table.ts'

/** A table of a reply. `rows` are its first rows, at most `rowsKept`; `count` is how many there are. */
export type TableView = {
  id: string
  title: string
  columns: Column[]
  rows: Cell[][]
  count: number
  receipt: TableReceipt | null
}

/** What was sent, kept so that it can be sent again. */
export type Outgoing = { content: string; attachments: Attachment[] }

export type Entry = {
  id: string
  role: 'user' | 'assistant'
  content: string
  state: MessageState
  attachments: Message['attachments']
  problem: Pick<ProblemBody, 'code' | 'title' | 'detail'> | null
  tables: TableView[]
  sent: Outgoing | null
}

/** Rows beyond this stay on the server until they are written: a sidebar should not hold a million. */
export const rowsKept = 5000

export function entryOf(message: Message): Entry {
  const { id, role, content, state, attachments, problem } = message
  return { id, role, content, state, attachments, problem, tables: message.tables.map(tableOf), sent: null }
}

function tableOf(head: TableHead): TableView {
  return {
    id: head.id,
    title: head.title,
    columns: head.columns,
    rows: [],
    count: head.row_count,
    receipt: head.receipt,
  }
}

export function newEntry(id: string, role: Entry['role'], content: string): Entry {
  const state = role === 'user' ? 'complete' : 'streaming'
  return { id, role, content, state, attachments: [], problem: null, tables: [], sent: null }
}

/** The reply after one more event. A `message-start` begins it anew, so that it can be followed from its start. */
export function applyEvent(entry: Entry, event: StreamEvent): Entry {
  switch (event.type) {
    case 'message-start':
      return newEntry(event.message_id, 'assistant', '')
    case 'text-delta':
      return { ...entry, content: entry.content + event.text }
    case 'table-start': {
      const { table_id: id, title, columns } = event
      return { ...entry, tables: [...entry.tables, { id, title, columns, rows: [], count: 0, receipt: null }] }
    }
    case 'rows-add':
      return changeTable(entry, event.table_id, (table) => addRows(table, event.at, event.rows))
    case 'table-end':
      return changeTable(entry, event.table_id, (table) => ({ ...table, receipt: event.receipt }))
    case 'problem':
      return { ...entry, problem: event.problem }
    case 'message-end':
      return { ...entry, state: event.state }
    default:
      return entry
  }
}

export function changeTable(entry: Entry, id: string, change: (table: TableView) => TableView): Entry {
  return { ...entry, tables: entry.tables.map((table) => (table.id === id ? change(table) : table)) }
}

/** Rows that are there already are left out, so the same batch twice changes nothing. */
function addRows(table: TableView, at: number, rows: Cell[][]): TableView {
  const fresh = rows.slice(Math.max(0, table.count - at))
  if (fresh.length === 0 || at > table.count) return table
  const room = table.rows.length === table.count ? Math.max(0, rowsKept - table.rows.length) : 0
  const kept = room === 0 ? table.rows : [...table.rows, ...fresh.slice(0, room)]
  return { ...table, rows: kept, count: table.count + fresh.length }
}

/** What happened to a reply that is not whole, in a sentence; null when it is whole or still going on. */
export function endWords(entry: Pick<Entry, 'state' | 'problem' | 'tables'>): { title: string; detail: string } | null {
  if (entry.state === 'complete' || entry.state === 'streaming') return null
  const rows = entry.tables.reduce((sum, table) => sum + table.count, 0)
  const kept =
    rows === 0
      ? ''
      : rows === 1
        ? 'The 1 row is complete; nothing half-read was kept.'
        : `The ${rows.toLocaleString('en')} rows are complete; nothing half-read was kept.`
  // The server says itself what was kept.
  if (entry.problem !== null) return { title: entry.problem.title, detail: entry.problem.detail }
  const { title, why } = sentences[entry.state]
  return { title, detail: [why, kept].filter((part) => part !== '').join(' ') }
}

const sentences = {
  stopped: { title: 'You stopped this reply.', why: '' },
  cut: { title: 'Stopped early.', why: 'The model stopped before the end (length limit).' },
  refused: {
    title: 'The model declined.',
    why: 'It did not want to answer this. Say it in other words, or leave that part out.',
  },
  filtered: { title: 'The reply was filtered.', why: 'The model\u2019s provider held back the rest of this reply.' },
  failed: { title: 'The reply failed.', why: 'Something went wrong while it was being written.' },
  interrupted: { title: 'The reply was interrupted.', why: 'The server stopped while it was being written.' },
} as const
