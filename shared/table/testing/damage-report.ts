// Says how well the damaged versions of one table are read, the worst first; run it to see the list.
import { fileDamage, rowDamage } from './damage.ts'
import { otherFiles, otherRows } from './damage-others.ts'
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

/** Scores the damaged versions of the other tables. */
export function scoreOthers(): Score[] {
  return [...otherFiles, ...otherRows].map(scoreCase)
}

if (import.meta.main) {
  console.log(`whole files: ${surveyReport(scoreFiles())}\nsingle rows: ${surveyReport(scoreRows())}`)
  console.log(`other tables: ${surveyReport(scoreOthers())}`)
}
