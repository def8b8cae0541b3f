// What a function of a row expression is: how many arguments it takes and how it makes a value of theirs.
import { type Fault, toNumber, toText, type Value } from './values.ts'

/** An argument's value; sums pass over what is no number in a cell, but not in a literal. */
export type Argument = { value: Value; isColumn: boolean }

export type Settings = { decimalPoint: boolean }

/** `run` gets every argument worked out; a function without it decides itself which of them it works out. */
export type ExpressionFunction = {
  least: number
  most: number
  run?: (args: Argument[], settings: Settings) => Value
}

/** The most arguments that are worth it. */
export const many = 100

/** A function of numbers: the first argument that is none is its result. */
export const ofNumbers =
  (work: (...numbers: number[]) => Value) =>
  (args: Argument[], { decimalPoint }: Settings): Value => {
    const numbers: number[] = []
    for (const { value } of args) {
      const number = toNumber(value, decimalPoint)
      if (typeof number !== 'number') return number
      numbers.push(number)
    }
    return work(...numbers)
  }

/** An argument as text. */
export const textAt = (args: Argument[], at: number, { decimalPoint }: Settings): string | Fault =>
  toText(args[at]?.value ?? null, decimalPoint)

/** An argument as a whole number (decimals are cut off), or `otherwise` when it is not there. */
export const wholeAt = (args: Argument[], at: number, settings: Settings, otherwise: number): number | Fault => {
  const arg = args[at]
  if (!arg) return otherwise
  const number = toNumber(arg.value, settings.decimalPoint)
  return typeof number === 'number' ? Math.trunc(number) : number
}
