// What never gets into the log.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { Problem } from './problem.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

function logged(fields: object): string {
  let text = ''
  createLog('info', (line) => {
    text += line
  }).error(fields, 'failed')
  return text
}

test('a database error tells its code and table, not the values', async () => {
  const { sql } = database
  const insert = () =>
    sql`insert into users (email, name, google_sub) values ('me@private.example', 'x', 'private-sub')`
  await insert()
  const duplicate = logged({ err: await insert().catch((error) => error) })
  expect(duplicate).toContain('"code":"23505"')
  expect(duplicate).toContain('users_google_sub_key')
  const syntax = await sql`select ${'private text'}::text::uuid`.catch((error) => error)
  const wrapped = logged({ err: new Problem('internal', 'Try again.', { cause: syntax }) })
  expect(wrapped).toContain('"code":"22P02"')
  expect(duplicate + wrapped).not.toContain('private')
})

test('text that could not be parsed is not repeated', () => {
  try {
    JSON.parse('private text')
  } catch (error) {
    expect(logged({ err: error })).not.toContain('private')
  }
  expect.assertions(1)
})

test('fields that hold secrets are hidden wherever they hang', () => {
  const text = logged({
    password: 'hunter2',
    body: { id_token: 'hunter2' },
    req: { headers: { authorization: 'hunter2' } },
  })
  expect(text).not.toContain('hunter2')
})

test('an error keeps its own message and where it happened', () => {
  expect(logged({ err: new Error('out of cheese') })).toMatch(/out of cheese.*log\.test\.ts/)
})
