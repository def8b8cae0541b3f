// All texts that were written by hand, with their records.
import type { GroundingCase } from './grounding.ts'
import { englishTexts } from './hand-english.ts'

export const handTexts: GroundingCase[] = [...englishTexts]
