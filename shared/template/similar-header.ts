// Says how much alike two headers are that are not the same: slips of the finger, plurals, shortened words.
import type { HeaderName } from './header-name.ts'

/** Words that are one slip away from another one and mean something else. */
const lookalikes = new Set(['county', 'quality', 'state', 'stage', 'units', 'unit', 'host', 'rate', 'prize', 'art'])

/** How many letters have to be changed, added, dropped or swapped with their neighbour; above `most`, any larger number. */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

function singular(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

/** `cust`, `dept` and `amt` for `customer`, `department` and `amount`. */
function shortens(short: string, long: string): boolean {
  if (!/^[a-z]{2,}$/.test(short) || short.length > long.length - 2 || short[0] !== long[0]) return false
  if (short.length >= 3 && long.startsWith(short)) return true
  const sameEnd = short.at(-1) === long.at(-1)
  if (short.length >= 4 && sameEnd && long.startsWith(short.slice(0, -1))) return true
  if (!sameEnd || short.length < 3 || /[aeiou]/.test(short.slice(1))) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

const sameLetters = (a: string, b: string) => [...a].sort().join() === [...b].sort().join()

/** Every word is the other's, or short for it; at least one is short. */
function isShortFor(short: string[], long: string[]): boolean {
  return (
    short.length > 0 &&
    short.length === long.length &&
    short.every((word, at) => word === long[at] || shortens(word, long[at]!))
  )
}

/** Between 0 (nothing in common that counts) and 1: the name `found` beside the name `wanted`. */
export function headerLikeness(found: HeaderName, wanted: HeaderName): number {
  // Whatever is alike begins alike; most pairs end here.
  if (found.joined[0] !== wanted.joined[0] && found.words[0]?.[0] !== wanted.words[0]?.[0]) return 0
  if (found.words.length === 0 || found.words.every((word) => lookalikes.has(word))) return 0
  if (found.words.map(singular).join() === wanted.words.map(singular).join()) return 0.9
  const [a, b] = [found.joined, wanted.joined]
  const length = Math.min(a.length, b.length)
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0
  if (most > 0 && a[0] === b[0] && !/\d/.test(a + b)) {
    const made = slips(a, b, most)
    // Among short words, one letter for another often makes another word.
    if (made <= most && (length > 5 || a.length !== b.length || sameLetters(a, b))) return 0.8 - made / 10
  }
  return isShortFor(found.words, wanted.words) ? 0.5 : 0
}
