// All texts that were written by hand, with their records.
import type { GroundingCase } from './grounding.ts'
import { eastTexts } from './hand-east.ts'
import { englishTexts } from './hand-english.ts'
import { mixedTexts } from './hand-english-mixed.ts'
import { germanTexts } from './hand-german.ts'
import { romanceTexts } from './hand-romance.ts'
import { southTexts } from './hand-south.ts'
import { worldTexts } from './hand-world.ts'

export const handTexts: GroundingCase[] = [
  ...englishTexts,
  ...mixedTexts,
  ...germanTexts,
  ...romanceTexts,
  ...worldTexts,
  ...eastTexts,
  ...southTexts,
]
