// Says how well the damaged versions of one table are read, the worst first; run it to see the list.
import { fileDamage, rowDamage } from './damage.ts'
import { type Score, scoreCase } from './score.ts'
import { surveyReport } from './survey-report.ts'

/** Scores the versions damaged as a whole. */
export function scoreFiles(): Score[] {
  return fileDamage.map(scoreCase)
}

/** Scores the versions of which one row was damaged. */
export function scoreRows(): Score[] {
  return rowDamage.map(scoreCase)
}

if (import.meta.main) {
  console.log(`whole files: ${surveyReport(scoreFiles())}\nsingle rows: ${surveyReport(scoreRows())}`)
}
