// Without a model: every table and fact that stands in the message comes out whole, and the limits are said.
import { describe, expect, it } from 'vitest'
import { createBuiltInEngine } from './built-in-engine.ts'
import type { EngineInput } from './engine.ts'
import { inputFor, runEngine } from './testing/run-engine.ts'

const engine = createBuiltInEngine()

describe('the built-in engine', () => {
  it('hands on a pasted CSV with every row, its title and its identifiers', async () => {
    const lines = Array.from(
      { length: 450 },
      (_, index) => `${String(index + 1).padStart(4, '0')},Item ${index},${index}.50`,
    )
    const result = await runEngine(
      engine,
      await inputFor({ content: `March orders\n\nOrder,Item,Price\n${lines.join('\n')}` }),
    )
    expect(result.tables).toHaveLength(1)
    expect(result.tables[0]).toMatchObject({
      title: 'March orders',
      receipt: { state: 'complete', rows_seen: 450, rows_extracted: 450 },
    })
    expect(result.tables[0]?.rows).toHaveLength(450)
    expect(result.tables[0]?.rows[41]).toEqual(['0042', 'Item 41', 41.5])
    expect(result.events.filter((event) => event.type === 'rows').length).toBeGreaterThan(2)
    expect(result.text).toContain('450 rows')
    expect(result.text).toContain('OPENAI_API_KEY')
    expect(result.end).toEqual({ type: 'end', state: 'complete' })
  })

  it('says once in a conversation that there is no model', async () => {
    const history: EngineInput['history'] = [
      { id: 'earlier', role: 'user', text: 'earlier' },
      { id: 'earlier', role: 'assistant', text: 'read before' },
    ]
    const result = await runEngine(engine, await inputFor({ content: 'a,b\n1,2\n3,4\n' }, { history }))
    expect(result.tables).toHaveLength(1)
    expect(result.text).not.toContain('OPENAI_API_KEY')
  })

  it('reads a large file without holding up the others', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `${index},Item number ${index},${index}.50`)
    let turns = 0
    const others = setInterval(() => {
      turns += 1
    }, 5)
    const files = [{ id: 'file', name: 'all.csv', text: `id,item,price\n${lines.join('\n')}\n` }]
    const input = await inputFor({ files })
    clearInterval(others)
    expect(turns).toBeGreaterThan(10)
    expect(input.found[0]).toMatchObject({ title: 'all', row_count: 20_000, receipt: { rows_seen: 20_000 } })
  })

  it('refuses a table that is too large, with what to do', async () => {
    const header = Array.from({ length: 1001 }, (_, index) => `c${index}`).join(',')
    const row = Array.from({ length: 1001 }, (_, index) => index).join(',')
    const content = `${header}\n${row}\n${row}\n`
    await expect(inputFor({ content })).rejects.toMatchObject({
      code: 'table_too_large',
      detail: expect.stringContaining('Split'),
    })
  })

  it('finds several tables in one message', async () => {
    const content =
      'People\n\n| Name | Age |\n|---|---|\n| Ada | 36 |\n| Alan | 41 |\n\nOrders\n\nid,total\n1,20\n2,30\n3,40\n'
    const result = await runEngine(engine, await inputFor({ content }))
    expect(result.tables.map((table) => [table.title, table.rows.length])).toEqual([
      ['People', 2],
      ['Orders', 3],
    ])
    expect(result.text).toContain('2 tables')
  })

  it('reads a list of facts', async () => {
    const result = await runEngine(
      engine,
      await inputFor({ content: 'Name: Ada Lovelace\nPhone: +44 20 7946 0018\nCity: London' }),
    )
    expect(result.tables[0]?.rows).toEqual([['Ada Lovelace', '+44 20 7946 0018', 'London']])
  })

  it('hands on a selected range as it is', async () => {
    const columns = [
      { key: 'name', name: 'Name', type: 'text' as const },
      { key: 'born', name: 'Born', type: 'date' as const },
    ]
    const ranges = [
      {
        a1: 'People!A1:B3',
        columns,
        rows: [
          ['Ada', '1815-12-10'],
          ['Alan', 'long ago'],
        ],
      },
    ]
    const result = await runEngine(engine, await inputFor({ content: 'as a contact list', ranges }))
    expect(result.tables[0]).toMatchObject({
      title: 'People',
      columns,
      receipt: { rows_extracted: 2, cells_unread: 1 },
    })
    expect(result.text).toContain('People!A1:B3')
  })

  it('names a file’s table after the file', async () => {
    const files = [{ id: 'file', name: 'sales_2026.csv', text: 'a,b\n1,2\n3,4\n' }]
    const result = await runEngine(engine, await inputFor({ files }))
    expect(result.tables[0]?.title).toBe('sales 2026')
  })

  it('says honestly that it found nothing and what to do', async () => {
    const result = await runEngine(engine, await inputFor({ content: 'Yesterday I met Ada and we talked for long.' }))
    expect(result.tables).toEqual([])
    expect(result.text).toMatch(/no table.*No model is configured.*OPENAI_API_KEY/s)
    expect(result.end?.state).toBe('complete')
  })

  it('stops when told, with the whole rows it gave', async () => {
    const stop = new AbortController()
    stop.abort()
    const result = await runEngine(engine, await inputFor({ content: 'a,b\n1,2\n3,4\n' }), stop.signal)
    expect(result.tables[0]?.receipt).toMatchObject({ state: 'stopped', rows_extracted: result.tables[0]?.rows.length })
    expect(result.end?.state).toBe('stopped')
  })
})
