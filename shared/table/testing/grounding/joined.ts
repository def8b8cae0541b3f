// Puts texts of one record each one after the other: as lines, as paragraphs or in one run.
import { type Random, seeded } from '../random.ts'
import { type GroundingCase, marked } from './grounding.ts'
import type { JoinedSet } from './joined-sets.ts'

const gaps = ['\n', '\n\n', ' ']

function join(set: JoinedSet, gap: string, random: Random): GroundingCase {
  const records = random.shuffle(set.records).slice(0, 2 + random.int(4))
  const dense = /^(?:zh|ja)$/.test(set.language) && gap === ' '
  const notation = records
    .map((record, row) => record.replace(/⟦([a-z]) /g, (_match, column) => `⟦${row + 1}${column} `))
    .join(dense ? '' : gap)
  return marked(set.genre, set.language, set.columns, notation)
}

/** So many texts of each set in each layout. */
export function joinTexts(sets: JoinedSet[], seed: number, each: number): GroundingCase[] {
  return sets.flatMap((set, index) => {
    const random = seeded(seed * 15_485_863 + index)
    return gaps.flatMap((gap) => Array.from({ length: each }, () => join(set, gap, random)))
  })
}
