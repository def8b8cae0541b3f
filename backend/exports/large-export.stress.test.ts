// A large table goes through a job call by call: how far it is is told, and in the end every cell is there once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportStatus } from '../../shared/contract/export-schemas.ts'
import { startConnected } from '../google/testing/connect.ts'
import { createExportClient, type ExportClient } from './testing/export-client.ts'

/** Ten columns each: a million cells in the stress run. */
const rows = process.env.STRESS === '20' ? 100_000 : 2_000

let world: Awaited<ReturnType<typeof startConnected>>
let ann: ExportClient
beforeAll(async () => {
  world = await startConnected()
  ann = await createExportClient(world.app, world.google)
})
afterAll(() => world.close())

const names = ['id', 'name', 'city', 'amount', 'price', 'share', 'day', 'count', 'note', 'code']
const rowOf = (at: number) =>
  [
    `A${String(at).padStart(7, '0')}`,
    `Name ${at % 977}`,
    `City ${at % 89}`,
    at * 3,
    (at % 1000) + 0.25,
    (at % 100) / 8,
    `2026-${String((at % 12) + 1).padStart(2, '0')}-17`,
    at % 7,
    `note of row ${at}`,
    `00${at % 10}`,
  ] as const

test(`${rows * names.length} cells`, async () => {
  const text = [names, ...Array.from({ length: rows }, (_, at) => rowOf(at))].map((row) => row.join(',')).join('\n')
  const file = (await (await ann.upload('large.csv', text)).json()) as { id: string }
  const conversation_id = await ann.converse()
  await ann.send(conversation_id, { content: '', attachments: [{ kind: 'file', file_id: file.id }] })

  const started = performance.now()
  const made = await ann.export({ conversation_id, template: 'plain_table', title: 'Large' })
  const told = new Set<number>()
  let status: ExportStatus
  do {
    await new Promise((resolve) => setTimeout(resolve, 50))
    status = await ann.status(made.id)
    told.add(status.progress.rows)
  } while (!['done', 'failed', 'cancelled'].includes(status.state))
  const seconds = (performance.now() - started) / 1000

  expect(status).toMatchObject({ state: 'done', errors: [], progress: { rows, rows_total: rows } })
  const { calls, calls_total } = status.progress
  expect(calls).toBe(calls_total)
  // In pieces, and more than the beginning and the end of them were told.
  if (rows >= 100_000) expect([calls > 5, told.size > 3]).toEqual([true, true])
  const sheets = ann.values(status.spreadsheet_id)
  expect(sheets).toHaveLength(1)
  const found = sheets[0]?.rows ?? []
  expect(found).toHaveLength(rows + 1)
  for (const at of [0, 1, rows >> 1, rows - 1])
    expect(found[at + 1]?.filter((_, column) => column !== 6)).toEqual(rowOf(at).filter((_, column) => column !== 6))
  expect(new Set(found.map(([id]) => id)).size).toBe(rows + 1)
  if (rows >= 100_000)
    console.log(
      `${rows} rows in ${seconds.toFixed(1)} s, ${calls} calls, ${told.size} states told, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    )
})
