// The table against the APIs' published descriptions, kept beside the project; where they are not there, this says so and passes by.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { driveApi, sheetsApi } from './api-table.ts'
import { buildTable, type Discovery } from './build-table.ts'

const documents = join(import.meta.dirname, '../../../../shared/data/discovery')

describe.skipIf(!existsSync(documents))('the published descriptions', () => {
  it.each([
    ['sheets.v4.json', 'sheets.json'],
    ['drive.v3.json', 'drive.json'],
  ])('%s gives the table in %s', (document, table) => {
    const published = JSON.parse(readFileSync(join(documents, document), 'utf8')) as Discovery
    expect(buildTable(published)).toEqual(JSON.parse(readFileSync(join(import.meta.dirname, table), 'utf8')))
  })
})

describe('the table', () => {
  it('names only messages and enumerations that it has', () => {
    for (const { schemas, enums, methods } of [sheetsApi, driveApi]) {
      const types = [...schemas.values(), ...methods.map(({ query }) => query)].flatMap((fields) => [
        ...fields.values(),
      ])
      for (const { kind, name = '' } of types) {
        if (kind === 'message') expect(schemas.has(name), name).toBe(true)
        if (kind === 'enum') expect(enums.has(name), name).toBe(true)
      }
    }
  })

  it('has every method of Sheets and every kind of request', () => {
    expect(sheetsApi.methods).toHaveLength(17)
    expect(sheetsApi.schemas.get('Request')!.size).toBe(74)
  })
})
