// Proves that true values are found where texts state them, and that false ones are not, by texts in many languages.
import { expect, it } from 'vitest'
import { createGrounder, groundValue } from './ground.ts'
import { groundingReport } from './testing/grounding/grounding-report.ts'
import { handTexts } from './testing/grounding/hand.ts'
import { makeTexts } from './testing/grounding/made.ts'
import { flaggedShare, scoreCases } from './testing/grounding/score.ts'

const subject = { groundValue, createGrounder }

it('finds what made texts state, in every language, and nothing else', () => {
  const verdicts = scoreCases(
    makeTexts(1, 1).filter((_, index) => index % 3 === 0),
    subject,
    1,
  )
  const report = groundingReport(verdicts, 3)
  expect(flaggedShare(verdicts, 'true'), report).toBeLessThan(0.05)
  expect(flaggedShare(verdicts, 'corrupted'), report).toBeGreaterThan(0.99)
})

it('finds what texts written by hand state, and nothing else', () => {
  const verdicts = scoreCases(
    handTexts.filter((_, index) => index % 3 === 0),
    subject,
    1,
  )
  const report = groundingReport(verdicts, 3)
  expect(flaggedShare(verdicts, 'true'), report).toBeLessThan(0.05)
  expect(flaggedShare(verdicts, 'corrupted'), report).toBeGreaterThan(0.99)
})
