// Conditions: what is chosen by a truth.
import { type Argument, type ExpressionFunction, many } from './call.ts'
import { fault, isFault, toBoolean, type Value } from './values.ts'

function decide(args: Argument[], isDone: (truth: boolean) => boolean): Value {
  let seen = false
  let done = false
  for (const { value, isColumn } of args) {
    if (isFault(value)) return value
    // Empty cells and texts in cells say nothing.
    if (isColumn && (value === null || typeof value === 'string')) continue
    const truth = toBoolean(value)
    if (typeof truth !== 'boolean') return truth
    seen = true
    done ||= isDone(truth)
  }
  return seen ? done : fault('#VALUE!', 'there is nothing to decide on')
}

export const logicFunctions = {
  IF: { least: 2, most: 3 },
  IFS: { least: 2, most: many },
  IFERROR: { least: 1, most: 2 },
  AND: {
    least: 1,
    most: many,
    run: (args) => {
      const anyFalse = decide(args, (truth) => !truth)
      return typeof anyFalse === 'boolean' ? !anyFalse : anyFalse
    },
  },
  OR: { least: 1, most: many, run: (args) => decide(args, (truth) => truth) },
  NOT: {
    least: 1,
    most: 1,
    run: ([arg]) => {
      const truth = toBoolean(arg?.value ?? null)
      return typeof truth === 'boolean' ? !truth : truth
    },
  },
  ISBLANK: { least: 1, most: 1, run: ([arg]) => arg?.value === null },
  ISNUMBER: { least: 1, most: 1, run: ([arg]) => typeof arg?.value === 'number' },
  ISTEXT: { least: 1, most: 1, run: ([arg]) => typeof arg?.value === 'string' },
} satisfies Record<string, ExpressionFunction>
