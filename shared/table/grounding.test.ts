// Proves that true values are found where texts state them, and that false and misplaced ones are not, in many languages.
import { expect, it } from 'vitest'
import { createGrounder, groundValue } from './ground.ts'
import type { GroundingCase } from './testing/grounding/grounding.ts'
import { groundingReport } from './testing/grounding/grounding-report.ts'
import { handTexts } from './testing/grounding/hand.ts'
import { joinTexts } from './testing/grounding/joined.ts'
import { joinedSets } from './testing/grounding/joined-sets.ts'
import { joinedSetsMore } from './testing/grounding/joined-sets-more.ts'
import { makeTexts } from './testing/grounding/made.ts'
import { reportedTexts } from './testing/grounding/reported.ts'
import { reportedTextsMore } from './testing/grounding/reported-more.ts'
import { flaggedShare, type Measure, scoreCases } from './testing/grounding/score.ts'
import { stanzaTexts } from './testing/grounding/stanzas.ts'
import { toldTexts } from './testing/grounding/told.ts'

/** The samples are small, for speed: `grounding-report.ts` measures all there is. */
const some = (cases: GroundingCase[], every: number) => cases.filter((_, index) => index % every === 0)

/** Milliseconds: on a busy machine these take ten times their time. */
const patience = 120_000

/** At most so much of what is true may be flagged, and at least so much of what is false. */
function expectShares(cases: GroundingCase[], most: Partial<Record<Measure, number>>, least: typeof most) {
  const verdicts = scoreCases(cases, { groundValue, createGrounder }, 1)
  const report = groundingReport(verdicts, 3)
  for (const [measure, share] of Object.entries(most) as [Measure, number][])
    expect(flaggedShare(verdicts, measure), `${measure}\n${report}`).toBeLessThanOrEqual(share)
  for (const [measure, share] of Object.entries(least) as [Measure, number][])
    expect(flaggedShare(verdicts, measure), `${measure}\n${report}`).toBeGreaterThanOrEqual(share)
}

it(
  'finds what made texts state, in every language, and nothing else',
  () => {
    expectShares(
      some(makeTexts(1, 1), 5),
      { true: 0.002, 'true as written': 0.002, 'true near': 0.015, 'doors differ': 0 },
      {
        corrupted: 0.998,
        'corrupted in row': 0.998,
        'corrupted text': 0.998,
        'swapped near': 0.97,
        'swapped in row': 0.97,
      },
    )
  },
  patience,
)

it(
  'finds what texts written by hand state, and nothing else',
  () => {
    expectShares(
      some(handTexts, 3),
      { true: 0.002, 'true as written': 0.002, 'true near': 0.015, 'doors differ': 0 },
      {
        corrupted: 0.995,
        'corrupted in row': 0.995,
        'corrupted text': 0.995,
        'swapped near': 0.92,
        'swapped in row': 0.92,
      },
    )
  },
  patience,
)

it(
  'finds what records told in several sentences state, and nothing else',
  () => {
    expectShares(
      toldTexts(1, 2),
      { true: 0.002, 'true as written': 0.002, 'true near': 0.015, 'doors differ': 0 },
      {
        corrupted: 0.998,
        'corrupted in row': 0.998,
        'corrupted text': 0.998,
        'swapped near': 0.95,
        'swapped in row': 0.95,
      },
    )
  },
  patience,
)

it(
  'keeps texts of one record apart when they stand one after the other',
  () => {
    expectShares(
      joinTexts([...joinedSets, ...joinedSetsMore], 1, 1),
      { 'true near': 0.03, 'doors differ': 0 },
      { corrupted: 0.995, 'swapped near': 0.95, 'swapped in row': 0.95 },
    )
  },
  patience,
)

it(
  'keeps the records of a report apart that tells of several in a sentence',
  () => {
    expectShares(
      [...reportedTexts, ...reportedTextsMore],
      { 'true near': 0.02, 'doors differ': 0 },
      { corrupted: 0.995, 'swapped near': 0.9, 'swapped in row': 0.9 },
    )
  },
  patience,
)

it(
  'keeps records of several lines apart that follow one another without an empty line',
  () => {
    expectShares(
      stanzaTexts(3, 2),
      { true: 0.002, 'true near': 0.015, 'doors differ': 0 },
      { corrupted: 0.995, 'swapped near': 0.95, 'swapped in row': 0.95 },
    )
  },
  patience,
)
