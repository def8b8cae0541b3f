// The rest of a reply that broke off: only new rows come, whatever the model repeats, reorders or begins anew.
import { afterEach, describe, expect, it } from 'vitest'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { createResponsesModel } from '../platform/model/responses-model.ts'
import { type ReplayReply, startReplayServer } from '../platform/model/testing/replay-openai.ts'
import type { EngineEvent, UnfinishedTable } from './engine.ts'
import { createGptEngine } from './gpt-engine.ts'
import { inputFor, runEngine } from './testing/run-engine.ts'

let server: Awaited<ReturnType<typeof startReplayServer>>
afterEach(() => server.close())

const people = Array.from({ length: 8 }, (_, index) => [`Guest ${index + 1}`, String(20 + index)])
const content = `My guests: ${people.map(([who, age]) => `${who} is ${age} years old.`).join(' ')}`
const columns: Column[] = [
  { key: 'who', name: 'Who', type: 'text' },
  { key: 'age', name: 'Age', type: 'number' },
]
const unfinished = (rows: number, more: Partial<UnfinishedTable> = {}): UnfinishedTable => ({
  title: 'Guests',
  columns,
  rows: people.slice(0, rows).map(([who, age]): Cell[] => [who!, Number(age)]),
  evidence: null,
  ...more,
})

const rest = async (tables: UnfinishedTable[], say: ReplayReply | unknown[], text = content) => {
  server = await startReplayServer([
    Array.isArray(say)
      ? { say: say.map((value) => ({ call: 'write_table', arguments: value })) }
      : (say as ReplayReply),
  ])
  const model = createResponsesModel({ api_key: 'k', base_url: server.url, model: 'gpt-test', max_retries: 0 })
  const input = await inputFor({ content: text }, { continuing: { text: 'Here.', tables } })
  return await runEngine(createGptEngine(model), input)
}

const written = (rows: unknown[], names = ['Who', 'Age'], title = 'Guests') => ({
  title,
  rows_announced: rows.length,
  columns: names.map((name) => ({ name, type: name === 'Age' ? 'number' : 'text', currency: null, formula: null })),
  rows,
})
const startOf = (events: EngineEvent[]) => events.find((event) => event.type === 'table-start')

describe('the rest of a table', () => {
  it('goes on in the table that is there, and the receipt counts all of it', async () => {
    const result = await rest([unfinished(5)], [written(people.slice(5))])
    expect(startOf(result.events)).toMatchObject({ continues: 0, columns })
    expect(result.tables[0]?.rows.map(([who]) => who)).toEqual(['Guest 6', 'Guest 7', 'Guest 8'])
    expect(result.tables[0]?.receipt).toMatchObject({ state: 'complete', rows_extracted: 8, rows_seen: 8 })
    expect(result.end?.state).toBe('complete')
  })

  for (const [what, rows, names] of [
    ['repeats the last rows', people.slice(3), ['Who', 'Age']],
    ['begins anew', people, ['Who', 'Age']],
    ['changes the order of the columns', people.slice(4).map(([who, age]) => [age, who]), ['Age', 'Who']],
    ['sends objects', people.slice(4).map(([Who, Age]) => ({ Age, Who })), ['Who', 'Age']],
  ] as const) {
    it(`comes once from a model that ${what}`, async () => {
      const result = await rest([unfinished(5)], [written([...rows], [...names])])
      expect(result.tables[0]?.rows).toEqual([
        ['Guest 6', 25],
        ['Guest 7', 26],
        ['Guest 8', 27],
      ])
      expect(result.tables[0]?.receipt).toMatchObject({ rows_extracted: 8 })
      expect(result.tables[0]?.receipt?.notes.join()).toContain('came again')
    })
  }

  it('keeps a record that is equal to one before it when it stands elsewhere in the text', async () => {
    const text = 'Ada paid 5 on Monday. Bob paid 7 on Monday. Ada paid 5 again on Friday.'
    const at = (quote: string, from = 0): Evidence => {
      const start = text.indexOf(quote, from)
      return { source: 'message', start, end: start + quote.length }
    }
    const before = unfinished(0, {
      rows: [
        ['Ada', 5],
        ['Bob', 7],
      ],
      evidence: [
        [at('Ada'), at('5')],
        [at('Bob'), at('7')],
      ],
    })
    const result = await rest(
      [before],
      [
        written([
          ['Ada', '5'],
          ['Bob', '7'],
          ['Ada', '5'],
        ]),
      ],
      text,
    )
    expect(result.tables[0]?.rows).toEqual([['Ada', 5]])
  })

  it('finds its table among several by title and columns; what had not begun is a table of its own', async () => {
    const towns = unfinished(0, {
      title: 'Towns',
      columns: [{ key: 'town', name: 'Town', type: 'text' }],
      rows: [['Bern']],
    })
    const result = await rest(
      [unfinished(5), towns],
      [written([['Rome']], ['Town'], 'Towns'), written(people.slice(5)), written([['x', 'y']], ['A', 'B'], 'Else')],
    )
    const starts = result.events.flatMap((event) => (event.type === 'table-start' ? [event.continues] : []))
    expect(starts).toEqual([1, 0, undefined])
    expect(result.tables.map(({ rows }) => rows.length)).toEqual([1, 3, 1])
  })

  it('is nothing more: the table is whole', async () => {
    const result = await rest([unfinished(8)], [written([])])
    expect(result.tables[0]?.receipt).toMatchObject({ state: 'complete', rows_extracted: 8 })
  })

  it('breaks off again: what came is kept', async () => {
    const half = JSON.stringify(written(people.slice(5))).slice(0, -16)
    const result = await rest([unfinished(5)], {
      say: [{ call: 'write_table', arguments: half }],
      end: 'max_output_tokens',
    } as ReplayReply)
    expect(result.end?.state).toBe('cut')
    expect(result.tables[0]?.rows).toHaveLength(2)
    expect(result.tables[0]?.receipt).toMatchObject({ state: 'cut', rows_extracted: 7 })
  })

  it('of a table that is handed over begins where it was stopped', async () => {
    const text = `id,name\n${Array.from({ length: 500 }, (_, index) => `${index},n${index}`).join('\n')}`
    const [found] = (await inputFor({ content: text })).found
    const rows = Array.from({ length: 200 }, (_, index): Cell[] => [index, `n${index}`])
    const before = { title: found!.title, columns: found!.columns, rows, evidence: null }
    const args = { source: 't1', title: found!.title, columns: null }
    const result = await rest([before], { say: [{ call: 'use_table', arguments: args }] } as ReplayReply, text)
    expect(startOf(result.events)).toMatchObject({ continues: 0 })
    expect(result.tables[0]?.rows[0]).toEqual([200, 'n200'])
    expect(result.tables[0]?.rows).toHaveLength(300)
    expect(result.tables[0]?.receipt?.rows_extracted).toBe(500)
  })
})
