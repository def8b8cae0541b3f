// A large account is downloaded in the memory of a small one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../chat/testing/client.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'

const rows = 100_000 * Number(process.env.STRESS ?? 1)

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

test(`${rows.toLocaleString('en-US')} rows pass through`, { timeout: 600_000 }, async () => {
  const ada = await createClient(app)
  const sent = await ada.call('POST', `/chat/conversations/${await ada.converse()}/messages`, {
    body: { content: 'Name,Amount,Note\nAda,1,first\n' },
  })
  const [table] = ((await sent.json()) as { tables: { id: string }[] }).tables
  const chunk = Array.from({ length: 500 }, (_, n) => [`Name ${n}`, n, 'some words beside the number'])
  await app.sql`
    insert into table_rows (workspace_id, table_id, version, at, count, rows)
    select r.workspace_id, r.table_id, r.version, 1 + 500 * n, 500, ${app.sql.json(chunk)}
    from table_rows r, generate_series(0, ${rows / 500 - 1}) n where r.table_id = ${table?.id ?? ''}`
  const answer = await ada.call('GET', '/account/export')
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let [most, bytes] = [before, 0]
  for await (const part of answer.body ?? []) {
    bytes += part.length
    most = Math.max(most, process.memoryUsage().rss)
  }
  expect(bytes).toBeGreaterThan(rows / 2)
  // Of the whole process, the test and its client included; the rows alone are 5 MB for each 100,000 as text.
  expect((most - before) / 1e6).toBeLessThan(250)
})
