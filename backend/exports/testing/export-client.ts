// For tests: a person with a connected Google account who exports tables over HTTP, and looks at what is in Google then.
import type { SheetsApi } from '../../../emulator/sheets-api/start-sheets-api.ts'
import { cellAt, usedSize } from '../../../emulator/workbook/cells.ts'
import type { Sheet } from '../../../emulator/workbook/workbook.ts'
import type { ExportStatus, SheetExport } from '../../../shared/contract/export-schemas.ts'
import { type Client, createClient } from '../../chat/testing/client.ts'
import { connect } from '../../google/testing/connect.ts'
import type { TestApp } from '../../platform/testing/test-app.ts'

export function valuesOf(sheet: Sheet) {
  const { rows, columns } = usedSize(sheet)
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cellAt(sheet, r + 1, c + 1)?.value ?? null),
  )
}

const over = ['done', 'failed', 'cancelled']

export type ExportClient = Awaited<ReturnType<typeof createExportClient>>

export async function createExportClient(app: TestApp, google: SheetsApi, account = 'ann@example.com') {
  const client: Client = await createClient(app)
  const connection = await connect(app, client.token, account)

  const must = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await client.call(method, path, body === undefined ? {} : { body })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 204 ? undefined : await answer.json()) as T
  }
  const status = (id: string, operationId?: string) =>
    must<ExportStatus>('GET', `/export/sheets/${id}/status${operationId ? `?operation_id=${operationId}` : ''}`)

  return {
    ...client,
    connection,
    must,
    status,
    /** A conversation with the tables of what was sent. */
    async tables(content: string): Promise<{ conversation_id: string; tables: { id: string; title: string }[] }> {
      const conversation_id = await client.converse()
      await client.send(conversation_id, { content })
      const { items } = await client.get<{ items: { id: string; title: string }[] }>(
        `/chat/conversations/${conversation_id}/tables`,
      )
      return { conversation_id, tables: items }
    },
    export: (body: Record<string, unknown>) => must<SheetExport>('POST', '/export/sheets/create', body),
    update: (id: string, body: Record<string, unknown>) =>
      must<ExportStatus>('POST', `/export/sheets/${id}/update`, body),
    /** Asks until a write is over. */
    async finished(id: string, operationId?: string): Promise<ExportStatus> {
      for (;;) {
        const now = await status(id, operationId)
        if (over.includes(now.state)) return now
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    /** What is in a spreadsheet: the values of each sheet, row by row. */
    values: (spreadsheetId: string | null) => {
      const book = google.files.all().find(({ id }) => id === spreadsheetId)?.book
      return book?.sheets.map((sheet) => ({ name: sheet.name, rows: valuesOf(sheet) })) ?? []
    },
  }
}
