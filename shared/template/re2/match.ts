// Matches a whole text in time that grows with its length only, as RE2 does: no pattern can make it hang.
import { type CharTest, isWord } from './char-class.ts'
import { type Assertion, PatternError, type PatternNode } from './node.ts'

type Step =
  | { kind: 'char'; test: CharTest; next: number }
  | { kind: 'assert'; at: Assertion; next: number }
  | { kind: 'split'; next: number[] }
  | { kind: 'end' }

/** RE2 refuses what gets too large; so many steps are far above any pattern that people write. */
const mostSteps = 20_000

/** Builds the steps from the end to the start; the last one is the first. Throws `PatternError`. */
function compileSteps(root: PatternNode): Step[] {
  const steps: Step[] = [{ kind: 'end' }]
  const add = (step: Step): number => steps.push(step) - 1
  let built = 0
  const build = (node: PatternNode, next: number): number => {
    // Also what takes no step, such as an empty group that repeats.
    if (++built > mostSteps) throw new PatternError('its repetitions make it too large')
    switch (node.kind) {
      case 'char':
        return add({ kind: 'char', test: node.test, next })
      case 'assert':
        return add({ kind: 'assert', at: node.at, next })
      case 'all':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'any':
        return add({ kind: 'split', next: node.options.map((option) => build(option, next)) })
      case 'repeat': {
        let after = next
        if (node.max === null) {
          const loop = { kind: 'split' as const, next: [next] }
          after = add(loop)
          loop.next.push(build(node.of, after))
        } else
          for (let more = node.min; more < node.max; more++)
            after = add({ kind: 'split', next: [next, build(node.of, after)] })
        for (let once = 0; once < node.min; once++) after = build(node.of, after)
        return after
      }
    }
  }
  const first = build(root, 0)
  add({ kind: 'split', next: [first] })
  return steps
}

function holds(at: Assertion, before: number | null, after: number | null): boolean {
  switch (at) {
    case 'start':
      return before === null
    case 'end':
      return after === null
    case 'line-start':
      return before === null || before === 10
    case 'line-end':
      return after === null || after === 10
    case 'word':
    case 'not-word':
      return ((before !== null && isWord(before)) !== (after !== null && isWord(after))) === (at === 'word')
  }
}

/** Makes the test of whole texts. Throws `PatternError`. */
export function compilePattern(root: PatternNode): (text: string) => boolean {
  const steps = compileSteps(root)
  return (text) => {
    const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0)
    const seen = new Int32Array(steps.length).fill(-1)
    let current: number[] = [steps.length - 1]
    for (let position = 0; position <= codes.length; position++) {
      const before = codes[position - 1] ?? null
      const after = codes[position] ?? null
      const following: number[] = []
      const open = current
      for (let number = open.pop(); number !== undefined; number = open.pop()) {
        if (seen[number] === position) continue
        seen[number] = position
        const step = steps[number]!
        if (step.kind === 'split') open.push(...step.next)
        else if (step.kind === 'assert') {
          if (holds(step.at, before, after)) open.push(step.next)
        } else if (step.kind === 'end') {
          if (after === null) return true
        } else if (after !== null && step.test(after)) following.push(step.next)
      }
      current = following
      if (current.length === 0) return false
    }
    return false
  }
}
