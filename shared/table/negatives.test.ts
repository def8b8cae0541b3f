// Proves that prose, Markdown, code, letters and lists without a table are not taken for one.
import { expect, it } from 'vitest'
import { falseAlarms, negatives, negativesReport } from './testing/negatives-report.ts'

it('finds next to no tables where there are none', () => {
  expect(negatives.length).toBeGreaterThan(1000)
  const alarms = falseAlarms()
  expect(alarms.length / negatives.length, negativesReport(alarms)).toBeLessThan(1 / 300)
})
