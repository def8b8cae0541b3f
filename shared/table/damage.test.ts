// Proves that tables survive every kind of damage to their file or to single rows, by a score of ten parts per file.
import { expect, it } from 'vitest'
import { scoreFiles, scoreOthers, scoreRows } from './testing/damage-report.ts'
import { meanPoints } from './testing/score.ts'
import { surveyReport } from './testing/survey-report.ts'

it('reads a table whose file was damaged as a whole', () => {
  const files = scoreFiles()
  expect(meanPoints(files), surveyReport(files)).toBeGreaterThan(9.96)
})

it('reads a table of which one row was damaged', () => {
  const rows = scoreRows()
  expect(meanPoints(rows), surveyReport(rows)).toBeGreaterThan(9.98)
})

it('reads damaged tables of other makes', () => {
  const scores = scoreOthers()
  expect(meanPoints(scores), surveyReport(scores)).toBeGreaterThan(9.96)
})
