// The messages of a conversation as the sidebar holds them, and how a stream event changes the one that is being written.
import type {
  Message,
  MessageState,
  ProblemBody,
  TableHead,
  TableSource,
  Usage,
} from '../../shared/contract/schemas.ts'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column, TableReceipt } from '../../shared/table/table.ts'
import { type CellCounts, countCells } from './evidence.ts'

/**
 * One version of a table, in the reply that made it. `rows` are its first rows, at most `rowsKept`, with their
 * `evidence` beside them (null for a row that was read as it stands); `count` is how many there are, `expected` how many
 * there will be, and `cells` counts the evidence that has come.
 */
export type TableView = {
  id: string
  version: number
  title: string
  columns: Column[]
  source: TableSource | null
  rows: Cell[][]
  evidence: (Evidence[] | null)[]
  count: number
  expected: number | null
  cells: CellCounts
  receipt: TableReceipt | null
}

export type Entry = {
  id: string
  role: 'user' | 'assistant'
  content: string
  state: MessageState
  attachments: Message['attachments']
  problem: Pick<ProblemBody, 'code' | 'title' | 'detail'> | null
  tables: TableView[]
  /** What the reply took, its continuations included. */
  usage: Usage | null
}

/** Rows beyond this stay on the server until they are written: a sidebar should not hold a million. */
export const rowsKept = 5000

const noCells: CellCounts = { quoted: 0, computed: 0, unsupported: 0 }

export function entryOf(message: Message): Entry {
  const { id, role, content, state, attachments, problem, usage } = message
  // A reply that changed a table twice shows what became of it.
  const newest = new Map(message.tables.map((head) => [head.id, head]))
  const tables = [...newest.values()].map(tableOf)
  return { id, role, content, state, attachments, problem, tables, usage }
}

export function tableOf(head: TableHead): TableView {
  const { id, version, title, columns, source, receipt } = head
  const rows = { rows: [], evidence: [], count: head.row_count, expected: null, cells: noCells }
  return { id, version, title, columns, source, receipt, ...rows }
}

export function newEntry(id: string, role: Entry['role'], content: string): Entry {
  const state = role === 'user' ? 'complete' : 'streaming'
  return { id, role, content, state, attachments: [], problem: null, tables: [], usage: null }
}

/** The reply after one more event. A `message-start` begins it anew, so that it can be followed from its start. */
export function applyEvent(entry: Entry, event: StreamEvent): Entry {
  switch (event.type) {
    case 'message-start':
      return newEntry(event.message_id, 'assistant', '')
    case 'message-continue': {
      const open = (table: TableView) => (event.table_ids.includes(table.id) ? { ...table, receipt: null } : table)
      const content = entry.content.slice(0, event.text_length)
      return { ...entry, content, state: 'streaming', problem: null, tables: entry.tables.map(open) }
    }
    case 'text-delta':
      return { ...entry, content: entry.content + event.text }
    case 'table-start':
      return { ...entry, tables: startTable(entry.tables, event) }
    case 'rows-add':
      return changeTable(entry, event.table_id, (table) => addRows(table, event))
    case 'table-end':
      return changeTable(entry, event.table_id, (table) => ({ ...table, receipt: event.receipt }))
    case 'usage':
      return { ...entry, usage: event }
    case 'problem':
      return { ...entry, problem: event.problem }
    case 'message-end':
      return { ...entry, state: event.state }
  }
}

type EventOf<T extends StreamEvent['type']> = Extract<StreamEvent, { type: T }>

/** A table that the reply has already starts again as its next version, in its place; the same version goes on. */
function startTable(tables: TableView[], event: EventOf<'table-start'>): TableView[] {
  const { table_id: id, version = 1, title, columns, source = null, rows_expected: expected = null } = event
  const fresh = { rows: [], evidence: [], count: 0, cells: noCells, receipt: null }
  const table: TableView = { id, version, title, columns, source, expected, ...fresh }
  if (!tables.some((known) => known.id === id)) return [...tables, table]
  return tables.map((known) => {
    if (known.id !== id) return known
    return known.version === version ? { ...known, expected } : table
  })
}

export function changeTable(entry: Entry, id: string, change: (table: TableView) => TableView): Entry {
  return { ...entry, tables: entry.tables.map((table) => (table.id === id ? change(table) : table)) }
}

/** The reply with the newest version of a table; one that ended before its first row takes the place of none. */
export function newestEntry(entries: readonly Entry[], tableId: string): Entry | undefined {
  const has = ({ tables }: Entry) => tables.some(({ id }) => id === tableId)
  const usable = ({ tables }: Entry) =>
    tables.some(({ id, count, receipt }) => id === tableId && (count > 0 || receipt?.state === 'complete'))
  return entries.findLast(usable) ?? entries.findLast(has)
}

/** Rows that are there already are left out, so the same batch twice changes nothing. */
function addRows(table: TableView, { at, rows, evidence }: EventOf<'rows-add'>): TableView {
  const known = Math.max(0, table.count - at)
  const fresh = rows.slice(known)
  if (fresh.length === 0 || at > table.count) return table
  const marks = evidence?.slice(known) ?? fresh.map(() => null)
  const room = table.rows.length === table.count ? Math.max(0, rowsKept - table.rows.length) : 0
  return {
    ...table,
    rows: room === 0 ? table.rows : [...table.rows, ...fresh.slice(0, room)],
    evidence: room === 0 ? table.evidence : [...table.evidence, ...marks.slice(0, room)],
    count: table.count + fresh.length,
    cells: countCells(table.cells, marks),
  }
}

/** Rows that the text announces or the reader saw, and that are not there; 0 when nothing says so. */
export function missingRows({ receipt }: Pick<TableView, 'receipt'>): number {
  if (receipt === null || receipt.rows_seen === null) return 0
  return Math.max(0, receipt.rows_seen - receipt.rows_extracted)
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
