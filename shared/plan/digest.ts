// A short name for a piece of data, to tell whether it is still the same; it is no protection against forgery.

/** Two multiplicative hashes of 32 bits and how much went into them. */
type State = { one: number; other: number; steps: number }

const bits = new DataView(new ArrayBuffer(8))

// What comes next, so that [["a"], "b"] and ["a", ["b"]] differ.
const marks = { text: 1, number: 2, yes: 3, no: 4, nothing: 5, list: 6, record: 7, end: 8 }

function step(state: State, unit: number): void {
  state.one = Math.imul(state.one ^ unit, 2654435761)
  state.other = Math.imul(state.other ^ unit, 1597334677)
  state.steps++
}

function addText(state: State, text: string): void {
  const { length } = text
  let { one, other } = state
  for (let index = 0; index < length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 2654435761)
    other = Math.imul(other ^ unit, 1597334677)
  }
  state.one = one
  state.other = other
  state.steps += length
  step(state, length)
}

function addNumber(state: State, number: number): void {
  if (Number.isInteger(number) && Math.abs(number) < 2 ** 31) {
    step(state, number | 0)
    return
  }
  bits.setFloat64(0, number)
  step(state, bits.getInt32(0))
  step(state, bits.getInt32(4))
}

function add(state: State, data: unknown): void {
  switch (typeof data) {
    case 'string':
      step(state, marks.text)
      addText(state, data)
      return
    case 'number':
      // As in JSON, what is no finite number is nothing.
      step(state, Number.isFinite(data) ? marks.number : marks.nothing)
      if (Number.isFinite(data)) addNumber(state, data)
      return
    case 'boolean':
      step(state, data ? marks.yes : marks.no)
      return
    default:
      break
  }
  if (Array.isArray(data)) {
    step(state, marks.list)
    for (let index = 0; index < data.length; index++) add(state, data[index])
    step(state, marks.end)
  } else if (typeof data === 'object' && data !== null) {
    step(state, marks.record)
    for (const [key, value] of Object.entries(data)) {
      if (value === undefined) continue
      addText(state, key)
      add(state, value)
    }
    step(state, marks.end)
  } else step(state, marks.nothing)
}

/** Spreads what the last units changed over all bits. */
function mix(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
}

/**
 * The digest of plain data, the same for the same JSON: two hashes, mixed into each other, and the length, in base 36. It
 * walks the data itself: written out as JSON, a plan has megabytes.
 */
export function digestOf(data: unknown): string {
  const state: State = { one: 0xdeadbeef | 0, other: 0x41c6ce57 | 0, steps: 0 }
  add(state, data)
  const first = mix(state.one, state.other)
  return [first, mix(state.other, first), state.steps].map((part) => (part >>> 0).toString(36)).join('-')
}
