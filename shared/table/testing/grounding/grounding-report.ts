// Says what the grounder flags of true, corrupted and swapped values, by genre, language and kind; run it with a seed.
import { createGrounder, groundValue } from '../../ground.ts'
import { handTexts } from './hand.ts'
import { joinTexts } from './joined.ts'
import { joinedSets } from './joined-sets.ts'
import { joinedSetsMore } from './joined-sets-more.ts'
import { makeTexts } from './made.ts'
import { reportedTexts } from './reported.ts'
import { reportedTextsMore } from './reported-more.ts'
import { type Measure, measures, scoreCases, type Verdict } from './score.ts'
import { stanzaTexts } from './stanzas.ts'
import { toldTexts } from './told.ts'

const falseOnes = (measure: Measure): boolean => /^corrupted|^swapped/.test(measure)

const percent = (verdicts: Verdict[], measure: Measure): string => {
  const some = verdicts.filter((verdict) => verdict.measure === measure)
  if (some.length === 0) return '–'
  return ((100 * some.filter((verdict) => verdict.flagged).length) / some.length).toFixed(2)
}

function table(verdicts: Verdict[], by: (verdict: Verdict) => string, shown: readonly Measure[]): string {
  const groups = Map.groupBy(verdicts, by)
  const lines = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, some]) => {
      const figures = shown.map((measure) => percent(some, measure).padStart(10))
      return `${name.slice(0, 26).padEnd(26)}${figures.join('')}`
    })
  const heads = shown.map((measure) =>
    measure.replace('corrupted', 'corr').replace('swapped', 'swap').slice(0, 9).padStart(10),
  )
  return [`${''.padEnd(26)}${heads.join('')}`, ...lines].join('\n')
}

/** The verdicts that are wrong, so many of each measure, from texts as different as possible. */
function worst(verdicts: Verdict[], count: number): string {
  return measures
    .flatMap((measure) => {
      const wrong = verdicts.filter((verdict) => verdict.measure === measure && verdict.flagged !== falseOnes(measure))
      const step = Math.max(1, Math.floor(wrong.length / count))
      const some = wrong.filter((_, index) => index % step === 0).slice(0, count)
      return [`## ${measure}: ${wrong.length} wrong`, ...some.map((verdict) => describe(verdict))]
    })
    .join('\n')
}

const describe = ({ kind, material, told }: Verdict): string =>
  `- [${kind}] ${told}\n    ${material.genre} ${material.language}: ${JSON.stringify(material.text.slice(0, 400))}`

/** The report as text. */
export function groundingReport(verdicts: Verdict[], count: number): string {
  const whole = measures.map((measure) => {
    const some = verdicts.filter((verdict) => verdict.measure === measure).length
    return `${measure.padEnd(26)} ${percent(verdicts, measure).padStart(7)} % of ${some} flagged`
  })
  const near: Measure[] = [
    'true',
    'true near',
    'true in row',
    'corrupted',
    'corrupted in row',
    'swapped near',
    'swapped in row',
  ]
  const kinds: Measure[] = ['corrupted', 'corrupted near', 'corrupted in row']
  return [
    whole.join('\n'),
    table(verdicts, (verdict) => verdict.material.language, near),
    table(verdicts, (verdict) => verdict.material.genre, near),
    table(
      verdicts.filter(({ measure }) => kinds.includes(measure)),
      (verdict) => verdict.kind,
      kinds,
    ),
    worst(verdicts, count),
  ].join('\n\n')
}

if (import.meta.main) {
  const [seed = '1', each = '2', count = '6'] = process.argv.slice(2)
  const subject = { groundValue, createGrounder }
  const materials = {
    'texts told in sentences': toldTexts(Number(seed), 12 * Number(each)),
    'made texts': makeTexts(Number(seed), Number(each)),
    'texts written by hand': handTexts,
    'texts of one record joined': joinTexts([...joinedSets, ...joinedSetsMore], Number(seed), 3 * Number(each)),
    'records of several lines': stanzaTexts(Number(seed), 4 * Number(each)),
    'reports of several records': [...reportedTexts, ...reportedTextsMore],
  }
  for (const [name, cases] of Object.entries(materials))
    console.log(`${name}, seed ${seed}\n${groundingReport(scoreCases(cases, subject, Number(seed)), Number(count))}\n`)
}
