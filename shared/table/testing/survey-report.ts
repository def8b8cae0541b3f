// Says how well the files of the survey are read, the worst first; run it to see the list.
import { meanPoints, type Score, scoreCase } from './score.ts'
import { surveyCases } from './survey.ts'
import { madeFiles } from './survey-made.ts'

/** Scores every file of the survey. */
export function scoreSurvey(): Score[] {
  return surveyCases.map(scoreCase)
}

/** Scores generated files, from one seed on. */
export function scoreMade(first: number, count: number): Score[] {
  return madeFiles(first, count).map(scoreCase)
}

/** One line per file that lost points, worst first, each with what was got and what was wanted where they part. */
export function surveyReport(scores: readonly Score[] = scoreSurvey()): string {
  const sorted = [...scores].sort((a, b) => a.points - b.points)
  const several = scores.filter((score) => score.tables > 1).length
  const head = `mean ${meanPoints(scores).toFixed(4)} of 10, ${scores.length} files, ${several} read as several tables`
  return [head, ...sorted.filter((score) => score.points < 9.9995).map(describe)].join('\n')
}

/** Names the first place where a reading and its gold part. */
function describe(score: Score): string {
  const { got, want } = score
  const head = `${score.points.toFixed(2)} ${score.kind} (${score.tables} tables, ${got.rows.length} rows of ${want.rows.length})`
  const shown = (row: readonly string[] | null | undefined): string =>
    row
      ? row
          .map((cell) => cell.replace(/[\r\n]/gv, '⏎').slice(0, 30))
          .slice(0, 9)
          .join('¦')
      : '(none)'
  const hints: string[] = []
  if (shown(got.header) !== shown(want.header))
    hints.push(`  header: ${shown(got.header)}\n    want: ${shown(want.header)}`)
  const at = Array.from({ length: Math.max(got.rows.length, want.rows.length) }, (_, i) => i).find(
    (i) => got.rows[i]?.join('¦') !== want.rows[i]?.join('¦'),
  )
  if (at !== undefined) hints.push(`  row ${at}: ${shown(got.rows[at])}\n    want: ${shown(want.rows[at])}`)
  return [head, ...hints].join('\n')
}

if (import.meta.main) {
  console.log(surveyReport())
  console.log(`generated: ${surveyReport(scoreMade(Number(process.argv[2] ?? 1), 240))}`)
}
