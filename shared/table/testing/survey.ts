// All files of the survey, in one list.
import type { SurveyCase } from './gold.ts'
import { businessCases } from './survey-business.ts'
import { deviceCases } from './survey-devices.ts'
import { dialectCases } from './survey-dialects.ts'
import { officeCases } from './survey-offices.ts'
import { portalCases } from './survey-portals.ts'
import { scienceCases } from './survey-science.ts'
import { sentenceCases } from './survey-sentences.ts'
import { shapeCases } from './survey-shapes.ts'
import { trapCases } from './survey-traps.ts'

/** Files like those found in the wild, with the tables they stand for. */
export const surveyCases: SurveyCase[] = [
  ...portalCases,
  ...businessCases,
  ...deviceCases,
  ...dialectCases,
  ...shapeCases,
  ...officeCases,
  ...scienceCases,
  ...trapCases,
  ...sentenceCases,
]
