// The order of rows, or of columns, after two sides have moved, sorted, added and removed some of them.
import type { Alignment } from './align.ts'

/**
 * Merges the orders of two sides, as numbers of the alignment; `stays` says which of them are to be there. In turn:
 * - What nobody moved stays where it is.
 * - The order of the side that moved something wins over that of the side that moved nothing. When both moved single
 *   ones, each has the place that the side gave it that moved it (ours when both did). A side that moved most of them
 *   has sorted the table: its order stands whole, ours when both sorted.
 * - What only the other side has goes beside its neighbours there: after the one before it, unless that one was moved
 *   away and the one after it was not. At the first and last place it stays first and last. Ours comes before theirs.
 */
export function mergeOrder({ names, known, ours, theirs }: Alignment, stays: (at: number) => boolean): number[] {
  const [our, their] = [ours.filter(stays), theirs.filter(stays)]
  const [byUs, byThem] = [movesOf(our, known), movesOf(their, known)]
  const size = names.length
  if (byThem.count > 0 && (byUs.count === 0 || (byThem.sorted && !byUs.sorted)))
    return place(restore(their, our, byThem, byUs, known), our, byThem, { size, otherFirst: true })
  const both = byUs.count > 0 && !byUs.sorted && byThem.count > 0
  const lead = both ? our.filter((at) => byUs.moved[at] || !byThem.moved[at]) : our
  return place(restore(lead, their, byUs, byThem, known), their, byUs, { size, otherFirst: false })
}

/** The leading order with what only the other side kept of the base, unmoved, back where it stood there. */
function restore(lead: number[], other: number[], byLead: Moves, byOther: Moves, known: number): number[] {
  if (byLead.sorted) return lead
  const inLead = marks(lead, known)
  const kept = other.filter((at) => at < known && !inLead[at] && !byOther.moved[at])
  if (kept.length === 0) return lead
  const order: number[] = []
  let next = 0
  for (const at of lead) {
    if (at < known && !byLead.moved[at]) while ((kept[next] ?? known) < at) order.push(kept[next++] ?? 0)
    order.push(at)
  }
  while (next < kept.length) order.push(kept[next++] ?? 0)
  return order
}

/** `moved` marks what left the order of the base: `count` of them. */
type Moves = { moved: Uint8Array; count: number; sorted: boolean }

/** Moved are all but the longest run of those that still follow each other as they did, and all when most did not. */
function movesOf(list: number[], known: number): Moves {
  let highest = -1
  const rises = list.every((at) => {
    if (at >= known) return true
    const follows = at > highest
    highest = at
    return follows
  })
  if (rises) return { moved: marks([], known), count: 0, sorted: false }
  const common = list.filter((at) => at < known)
  const kept = longestRise(common)
  const moved = marks(common, known)
  if (kept.length * 2 < common.length) return { moved, count: common.length, sorted: true }
  for (const at of kept) moved[at] = 0
  return { moved, count: common.length - kept.length, sorted: false }
}

/** A longest rising subsequence, in n log n steps. */
function longestRise(numbers: number[]): number[] {
  const ends = new Int32Array(numbers.length)
  const before = new Int32Array(numbers.length)
  let length = 0
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    let low = 0
    let high = length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (ends[low - 1] ?? 0) : -1
    ends[low] = index
    if (low === length) length++
  }
  const rise: number[] = []
  for (let index = length > 0 ? (ends[length - 1] ?? 0) : -1; index >= 0; index = before[index] ?? -1)
    rise.push(numbers[index] ?? 0)
  return rise
}

type Runs = { top: number[]; end: number[]; before: Map<number, number[]>; after: Map<number, number[]> }

/** The leading order, with what only the other list has put beside its neighbours. */
function place(
  lead: number[],
  other: number[],
  { moved }: Moves,
  { size, otherFirst }: { size: number; otherFirst: boolean },
): number[] {
  const runs = runsBetween(other, marks(lead, size), moved)
  if (runs.before.size + runs.after.size === 0) return [...runs.top, ...lead, ...runs.end]
  const shared = marks(other, size)
  const order = [...runs.top]
  let waiting: number[] = []
  const put = (run: number[]) => {
    for (const at of run) order.push(at)
  }
  for (const at of lead) {
    if (otherFirst || shared[at]) {
      put(waiting)
      waiting = []
    }
    put(runs.before.get(at) ?? [])
    order.push(at)
    waiting = runs.after.get(at) ?? waiting
  }
  put(waiting)
  put(runs.end)
  return order
}

/** Where the runs of what is not in the leading order belong. */
function runsBetween(other: number[], present: Uint8Array, moved: Uint8Array): Runs {
  const runs: Runs = { top: [], end: [], before: new Map(), after: new Map() }
  let run: number[] = []
  let previous: number | null = null
  const close = (next: number | null) => {
    if (run.length === 0) return
    if (previous !== null && !moved[previous]) runs.after.set(previous, run)
    else if (next !== null && !moved[next]) runs.before.set(next, run)
    else if (next === null) runs.end = run
    else if (previous === null) runs.top = run
    else runs.after.set(previous, run)
    run = []
  }
  for (const at of other) {
    if (!present[at]) {
      run.push(at)
      continue
    }
    close(at)
    previous = at
  }
  close(null)
  return runs
}

function marks(list: number[], size: number): Uint8Array {
  const marked = new Uint8Array(size)
  for (const at of list) marked[at] = 1
  return marked
}
