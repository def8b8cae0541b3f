// Gives each name of three lists a number, so that what follows compares numbers and looks nothing up.

/**
 * `names` holds every name once; its index is the name's number. The first `known` of them are the base's, in its order.
 * `ours` and `theirs` are the lists of the sides, as numbers.
 */
export type Alignment = { names: string[]; known: number; ours: number[]; theirs: number[] }

/** A set of names in an order: a Set, or the keys of a Map. */
type Names = { has(name: string): boolean; keys(): Iterable<string> }

// Rows that were deleted one after the other without a look-up being cheaper.
const reach = 16

/**
 * Aligns the names of three versions. A list that follows the base but for some names, as rows do that nobody sorted, is
 * aligned in step, without an index of the base: building one takes longer than all the rest of an alignment.
 */
export function align(base: Names, ours: Names, theirs: Names): Alignment {
  const names = [...base.keys()]
  const known = names.length
  const added = new Map<string, number>()
  let index: Map<string, number> | null = null

  function numberOf(name: string, next: number): number {
    if (!base.has(name)) {
      const at = added.get(name) ?? names.push(name) - 1
      added.set(name, at)
      return at
    }
    for (let at = next; at < next + reach; at++) if (names[at] === name) return at
    if (!index) {
      index = new Map()
      for (let at = 0; at < known; at++) index.set(names[at] ?? '', at)
    }
    return index.get(name) ?? 0
  }

  function follow(list: Names): number[] {
    const numbers: number[] = []
    let next = 0
    for (const name of list.keys()) {
      const at = names[next] === name && next < known ? next : numberOf(name, next)
      if (at < known) next = at + 1
      numbers.push(at)
    }
    return numbers
  }

  return { names, known, ours: follow(ours), theirs: follow(theirs) }
}
