// Proves that the evaluation measures what it says: recorded answers with known mistakes get the scores they deserve.
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { editTableTool } from '../backend/extraction/edit-table-tool.ts'
import { writeTableSchema } from '../backend/extraction/strict-schema.ts'
import { useTableTool } from '../backend/extraction/use-table-tool.ts'
import { findBuiltIn } from '../backend/templates/get-template.ts'
import { conversations } from './conversations.ts'
import { configuredModel, type Evaluation, evaluateModel, evaluateRecorded } from './evaluate.ts'
import { recordings } from './record.ts'
import { scoreCard } from './score-card.ts'

type Schema = {
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

/** Whether a value has the form that a strict schema asks for. */
function fits(value: unknown, schema: Schema): boolean {
  if (schema.anyOf) return schema.anyOf.some((one) => fits(value, one))
  if (schema.enum && !schema.enum.includes(value)) return false
  if (schema.type && ![schema.type].flat().includes(kindOf(value))) return false
  if (Array.isArray(value)) return !schema.items || value.every((item) => fits(item, schema.items!))
  const { properties } = schema
  if (kindOf(value) !== 'object' || !properties) return true
  const entries = Object.entries(value as Record<string, unknown>)
  return (
    entries.length === Object.keys(properties).length &&
    entries.every(([key, inner]) => properties[key] !== undefined && fits(inner, properties[key]))
  )
}

describe('recorded answers', () => {
  it('are on disk in the bytes of the wire, as they were written by hand', () => {
    for (const [path, bytes] of recordings())
      expect(existsSync(path) && readFileSync(path, 'utf8') === bytes, `${path}: run node eval/record.ts`).toBe(true)
  })

  it('call tools in the form that their schemas ask for', () => {
    for (const [name, { turns }] of Object.entries(conversations))
      for (const { answer, template } of turns)
        for (const step of answer.say) {
          if ('text' in step || typeof step.arguments === 'string') continue
          const schemas: Record<string, unknown> = {
            write_table: writeTableSchema((template && findBuiltIn(template)) || null),
            use_table: useTableTool.parameters,
            edit_table: editTableTool.parameters,
          }
          expect(fits(step.arguments, schemas[step.call] as Schema), `${name}: ${step.call}`).toBe(true)
        }
  })
})

describe('the score card', () => {
  let evaluation: Evaluation
  const scoreOf = (name: string) => evaluation.scores.find((one) => one.name === name)!.score

  beforeAll(async () => {
    evaluation = await evaluateRecorded('responses')
  }, 120_000)

  it('covers sixty conversations in eight languages and more', () => {
    expect(evaluation.scores.length).toBeGreaterThan(60)
    expect(new Set(evaluation.scores.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8)
  })

  it('says in its first line that nobody asked a model', () => {
    expect(scoreCard(evaluation.asked, evaluation.scores).split('\n')[0]).toMatch(/^RECORDED ANSWERS, WRITTEN BY HAND/)
  })

  it('gives full marks to answers without a mistake', () => {
    const good = evaluation.scores.filter(({ mistakes }) => mistakes === null)
    const card = scoreCard('', good)
    const cells = good.reduce((sum, { score }) => [sum[0]! + score.cells.right, sum[1]! + score.cells.of], [0, 0])
    expect(cells[0]! / cells[1]!, card).toBeGreaterThan(0.998)
    expect(good.filter(({ score }) => score.rows.missing + score.rows.invented > 0).length, card).toBe(0)
  })

  it('sees an invented value, and that it stands nowhere', () => {
    const { cells, flags } = scoreOf('phone-list-en')
    expect(cells).toEqual({ right: 8, of: 9 })
    expect(flags).toEqual({ unsupportedRight: 0, unsupportedWrong: 1, quotedWrong: 0 })
  })

  it('sees a row that is missing', () => {
    const { cells, rows } = scoreOf('deliveries-de')
    expect(rows).toEqual({ expected: 4, missing: 1, invented: 0 })
    expect(cells).toEqual({ right: 9, of: 12 })
  })

  it('sees two values that changed places, and that both are flagged', () => {
    const { cells, rows, flags } = scoreOf('expenses-es')
    expect(cells).toEqual({ right: 7, of: 9 })
    expect(rows.missing + rows.invented).toBe(0)
    expect(flags).toEqual({ unsupportedRight: 0, unsupportedWrong: 2, quotedWrong: 0 })
  })

  it('sees a number that was retyped wrongly', () => {
    const { cells, flags, wrong } = scoreOf('auction-lots-en')
    expect(cells).toEqual({ right: 8, of: 9 })
    expect(flags.unsupportedWrong).toBe(1)
    expect(wrong).toEqual(['Price of "21": 380 is 308'])
  })

  it('sees rows that nobody asked for', () => {
    expect(scoreOf('receipt-total-en').rows).toEqual({ expected: 3, missing: 0, invented: 1 })
    expect(scoreOf('injection-obeyed-en').rows).toEqual({ expected: 3, missing: 0, invented: 1 })
    expect(scoreOf('needless-table-en').tables).toEqual({ expected: 0, made: 1 })
    expect(scoreOf('overdue-filter-en').rows).toEqual({ expected: 2, missing: 2, invented: 2 })
  })

  it('sees an answer that was cut, and counts what is there', () => {
    const { rows, cells } = scoreOf('players-cut-en')
    expect(rows).toEqual({ expected: 4, missing: 2, invented: 0 })
    expect(cells).toEqual({ right: 6, of: 12 })
    expect(evaluation.scores.find(({ name }) => name === 'players-cut-en')!.ends).toHaveLength(1)
  })

  it('says why a model did not answer', async () => {
    const env = { OPENAI_API_KEY: 'none', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'nobody' }
    const { asked, scores } = await evaluateModel(configuredModel(env)!, { only: 'phone-list-en' })
    expect(asked).toBe('Answers of nobody at 127.0.0.1:9.')
    expect(scores[0]!.score.rows).toEqual({ expected: 3, missing: 3, invented: 0 })
    expect(scores[0]!.ends).toHaveLength(1)
  })

  it('is the same over Chat Completions', async () => {
    const chat = await evaluateRecorded('chat')
    expect(chat.scores.length).toBeGreaterThan(8)
    for (const { name, score } of chat.scores) expect(score, name).toEqual(scoreOf(name))
  }, 120_000)
})
