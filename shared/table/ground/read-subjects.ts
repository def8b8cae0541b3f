// Tells sentences that go on about the same thing from those that begin with a new one.
import type { WordIndex } from './index-words.ts'
import { Level, type Levels, setLevel } from './read-levels.ts'
import type { Marks } from './read-marks.ts'
import { Mark } from './read-marks.ts'

const pronouns = new Set(
  'he she it they him them his her its their er sie es sein seine seinen seiner ihr ihre ihren il elle ils elles él ella ellos ellas lui lei esso essa ele ela eles elas hij zij ze zijn haar он она оно они его её ее их ona jego jej 他 她 它 该 該 彼 هو هي وهو وهي वह वे उसका उसकी उनका 그는 그녀는 그의 onun'.split(
    ' ',
  ),
)
const beginning = 6

/** Makes the break before a sentence that goes on about the same thing a lesser one. */
export function joinSubjects(words: WordIndex, levels: Levels, marks: Marks): void {
  let last = words.count
  for (let at = words.count - 1; at > 0; at--) {
    const level = levels.before[at]!
    if (level < Level.sentence) continue
    if (
      opensWithPronoun(words, marks, at, level < Level.line ? last : at + 1, last) ||
      (level === Level.sentence && !hasName(words, levels, marks, at, last))
    ) {
      levels.before[at] = Level.semicolon
    }
    last = at
  }
  setLevel(levels)
}

// Among its first words, of a line the very first. "For its site in Reno, Acme is hiring" is about Acme all the same.
function opensWithPronoun(words: WordIndex, marks: Marks, first: number, until: number, end: number): boolean {
  for (let at = first; at < Math.min(until, first + beginning); at++) {
    if (!pronouns.has(words.keys[at]!)) continue
    return at === first || !possessives.has(words.keys[at]!) || !namesIn(marks, at, end)
  }
  return false
}

function namesIn(marks: Marks, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (marks.kinds[marks.at[at]!] === Mark.name) return true
  return false
}

const possessives = new Set(
  'his her its their sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem son sa ses leur leurs su sus suo sua suoi sue seu zijn haar hun его её ее их'.split(
    ' ',
  ),
)

// A lone capital at the beginning of several sentences is a common word.
function hasName(words: WordIndex, levels: Levels, marks: Marks, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const mark = marks.at[at]!
    if (mark < 0 || marks.kinds[mark] !== Mark.name) continue
    const alone = at === first && marks.lasts[mark] === at
    if (!alone) return true
    const places = words.places.get(words.keys[at]!)!
    if (places.length < 2 || places.some((place) => levels.before[place]! < Level.semicolon)) return true
  }
  return false
}
