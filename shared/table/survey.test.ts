// Proves that delimited files of every kind are read as the tables they stand for, by a score of ten parts per file.
import { expect, it } from 'vitest'
import { meanPoints } from './testing/score.ts'
import { scoreMade, scoreSurvey, surveyReport } from './testing/survey-report.ts'

it('reads files like those found in the wild', () => {
  const scores = scoreSurvey()
  expect(meanPoints(scores), surveyReport(scores)).toBeGreaterThan(9.95)
})

it('reads generated files of fifteen languages', () => {
  const scores = scoreMade(1, 100)
  expect(meanPoints(scores), surveyReport(scores)).toBeGreaterThan(9.98)
})
