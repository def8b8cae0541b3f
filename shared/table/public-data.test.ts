// Measures the reader on public files kept beside the project; where they are not there, these tests say so and pass by.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readTables } from './read.ts'
import { meanPoints, scoreCase } from './testing/score.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const spectrum = join(data, 'csv-spectrum')
const pollock = join(data, 'pollock-dev')

describe.skipIf(!existsSync(spectrum))('csv-spectrum', () => {
  const names = readdirSync(existsSync(spectrum) ? join(spectrum, 'csvs') : '.').map((name) => name.replace('.csv', ''))

  // The JSON of this one gives another phone number than its CSV.
  it.each(names.filter((name) => name !== 'location_coordinates'))('%s is read as its JSON says', (name) => {
    const [table, ...more] = readTables(readFileSync(join(spectrum, 'csvs', `${name}.csv`)))
    expect(more).toEqual([])
    const records = table!.rows.map((row) => Object.fromEntries(table!.header!.map((key, index) => [key, row[index]])))
    expect(records).toEqual(JSON.parse(readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8')))
  })
})

describe.skipIf(!existsSync(pollock))('polluted files', () => {
  it('are read as the tables they stand for: 9.99 of 10 at least', () => {
    // A third of them; all of them in the long run.
    const names = readdirSync(join(pollock, 'csv')).filter((_, at) => Number(process.env.STRESS) > 1 || at % 3 === 0)
    const scores = names.map((name) => {
      const clean = readFileSync(join(pollock, 'clean', name), 'utf8').trimEnd()
      const [header = [], ...rows] = Papa.parse<string[]>(clean, { delimiter: ',' }).data
      return scoreCase({ kind: name, bytes: readFileSync(join(pollock, 'csv', name)), gold: { header, rows } })
    })
    expect(meanPoints(scores)).toBeGreaterThan(9.99)
  })
})
