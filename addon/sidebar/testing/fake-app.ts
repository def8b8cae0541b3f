// A sidebar without Google and without a server, for tests: answers are given, calls are kept.
import { vi } from 'vitest'
import type { OperationName } from '../../../shared/contract/routes.ts'
import type { RpcName } from '../../../shared/contract/rpc.ts'
import type { TemplateEntry } from '../../../shared/contract/template-schemas.ts'
import type { Api } from '../api.ts'
import type { App } from '../app-context.ts'
import type { Rpc } from '../rpc.ts'
import { initialState, type State } from '../state.ts'
import { createStore } from '../store.ts'
import type { TableView } from '../transcript.ts'

type Answer = (input: never) => unknown
type Answers<Name extends string> = Partial<Record<Name, Answer>>

export type Call = { name: string; input: Record<string, unknown> }

export function fakeApp(
  given: { state?: Partial<State>; rpc?: Answers<RpcName>; api?: Answers<OperationName> } = {},
): App & { calls: Call[] } {
  const calls: Call[] = []
  const answer = async (answers: Answers<string>, name: string, input: unknown) => {
    calls.push({ name, input: input as Record<string, unknown> })
    const found = answers[name]
    if (found === undefined) throw new Error(`No answer for ${name}`)
    return found(input as never)
  }
  const api: Api = {
    call: (name, input) => answer(given.api ?? {}, name, input) as never,
    read: async (name, input) => ({ body: await answer(given.api ?? {}, name, input), etag: '"tag"' }) as never,
    open: (name, input) => answer(given.api ?? {}, name, input) as never,
    signIn: () => answer(given.api ?? {}, 'getMe', {}) as never,
    upload: vi.fn(),
  }
  const rpc: Rpc = (name, input) => answer({ remember: () => ({}), ...given.rpc }, name, input) as never
  return {
    calls,
    api,
    rpc,
    store: createStore({ ...initialState, phase: 'ready', ...given.state }),
    boot: { backend_url: '', version: '1' },
    host: 'tables.example',
    following: null,
  }
}

export const about: NonNullable<State['about']> = {
  name: 'Tablewright',
  version: '1',
  engine: 'built-in',
  model: null,
  model_host: null,
  limits: {
    ...{ message_bytes: 1_000, message_body_bytes: 8_000, body_bytes: 8_000, file_bytes: 5_000 },
    ...{ field_characters: 1_000, field_items: 1_000, table_rows: 1_000, table_columns: 100, table_cells: 10_000 },
    ...{ page_items: 100, page_rows: 500, streams_per_user: 20, keys_per_user: 50 },
    ...{ templates_per_workspace: 100, waiting_updates: 100 },
  },
}

export const user: NonNullable<State['user']> = {
  id: 'u',
  workspace_id: 'w',
  email: 'ada@example.com',
  email_verified: true,
  pending_email: null,
  name: 'Ada',
  has_password: false,
  google_email: 'ada@example.com',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
}

export function template(id: string, headers: string[]): TemplateEntry {
  return {
    id,
    name: id,
    description: '',
    version: 1,
    layout: {
      columns: headers.map((header) => ({
        key: header.toLowerCase(),
        header,
        type: 'text',
        aliases: [],
        required: false,
        unique: false,
      })),
      frozen_rows: 1,
      frozen_columns: 0,
      filter: false,
      totals_label: null,
      sort: [],
      chart: null,
    },
    formatting: {
      header: { background: '#000000', color: '#ffffff' },
      banding: null,
      totals: null,
      conditional_formats: [],
      gridlines: true,
    },
    locale: null,
    built_in: true,
    created_at: null,
    updated_at: null,
    validation_rules: [],
  }
}

/** A whole table that was read as it stands; `part` says what is different. */
export function tableView(part: Partial<TableView>): TableView {
  const rows = part.rows ?? []
  const count = part.count ?? rows.length
  return {
    id: 't',
    version: 1,
    title: 'Orders',
    columns: [],
    source: { origin: 'message', where: 'your message', format: 'csv' },
    rows,
    evidence: rows.map(() => null),
    count,
    expected: null,
    cells: { quoted: 0, computed: 0, unsupported: 0 },
    receipt: { state: 'complete', rows_seen: count, rows_extracted: count, cells_unread: 0, notes: [] },
    ...part,
  }
}
