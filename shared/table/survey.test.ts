// Proves that delimited files of every kind are read as the tables they stand for, by a score of ten parts per file.
import { expect, it } from 'vitest'
import { scoreFiles, scoreOthers, scoreRows } from './testing/damage-report.ts'
import { meanPoints } from './testing/score.ts'
import { scoreMade, scoreSurvey, surveyReport } from './testing/survey-report.ts'

it('reads files like those found in the wild', () => {
  const scores = scoreSurvey()
  expect(meanPoints(scores), surveyReport(scores)).toBeGreaterThan(9.6)
})

it('reads a table whose file was damaged as a whole', () => {
  const files = scoreFiles()
  expect(meanPoints(files), surveyReport(files)).toBeGreaterThan(9.7)
})

it('reads a table of which one row was damaged', () => {
  const rows = scoreRows()
  expect(meanPoints(rows), surveyReport(rows)).toBeGreaterThan(9.9)
})

it('reads damaged tables of other makes', () => {
  const scores = scoreOthers()
  expect(meanPoints(scores), surveyReport(scores)).toBeGreaterThan(9.7)
})

it('reads generated files of fifteen languages', () => {
  const scores = scoreMade(1, 100)
  expect(meanPoints(scores), surveyReport(scores)).toBeGreaterThan(8.7)
})
