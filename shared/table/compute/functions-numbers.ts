// Numbers: rounding as the sheet does it, and sums that pass over what is no number in a cell.
import { type Argument, type ExpressionFunction, many, ofNumbers, type Settings } from './call.ts'
import { type Fault, fault, isFault, toNumber, type Value } from './values.ts'

/** Moves the decimal point in the number's own digits, so that 1.005 stays 1.005. */
function shift(value: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  return Number(`${mantissa}e${Number(exponent) + digits}`)
}

/** Far from the edge where the digits decide, multiplying does as well, and in a tenth of the time. */
function quickly(value: number, places: number, how: (size: number) => number): number | null {
  const scale = 10 ** places
  const size = Math.abs(value) * scale
  if (places < 0 || places > 6 || size > 1e12) return null
  const edge = (size * 2) % 1
  return edge < 1e-3 || edge > 1 - 1e-3 ? null : (Math.sign(value) * how(size)) / scale || 0
}

/** Rounds the size of a number and keeps its sign. */
const rounded = (how: (size: number) => number) =>
  ofNumbers((value, digits = 0) => {
    const places = Math.trunc(digits)
    const quick = quickly(value, places, how)
    if (quick !== null) return quick
    if (Math.abs(places) > 300) return places > 0 ? value : 0
    return Math.sign(value) * shift(how(shift(Math.abs(value), places)), -places) || 0
  })

/** The numbers among the arguments. */
function numbersIn(args: Argument[], { decimalPoint }: Settings): number[] | Fault {
  const numbers: number[] = []
  for (const { value, isColumn } of args) {
    if (isFault(value)) return value
    if (value === null || (isColumn && typeof value !== 'number')) continue
    const number = toNumber(value, decimalPoint)
    if (typeof number !== 'number') return number
    numbers.push(number)
  }
  return numbers
}

const overAll = (work: (numbers: number[]) => Value): ExpressionFunction => ({
  least: 1,
  most: many,
  run: (args, settings) => {
    const numbers = numbersIn(args, settings)
    return Array.isArray(numbers) ? work(numbers) : numbers
  },
})

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

/** A power, or the reason why there is none. */
export function power(base: number, exponent: number): Value {
  if (base === 0 && exponent < 0) return fault('#DIV/0!', 'it divides by zero')
  if (base === 0 && exponent === 0) return fault('#NUM!', 'zero to the power of zero has no value')
  const value = base ** exponent
  return Number.isFinite(value) ? value : fault('#NUM!', 'the power is no number')
}

export const numberFunctions = {
  ROUND: { least: 1, most: 2, run: rounded(Math.round) },
  ROUNDUP: { least: 1, most: 2, run: rounded(Math.ceil) },
  ROUNDDOWN: { least: 1, most: 2, run: rounded(Math.floor) },
  INT: { least: 1, most: 1, run: ofNumbers((value) => Math.floor(value)) },
  ABS: { least: 1, most: 1, run: ofNumbers((value) => Math.abs(value)) },
  MOD: {
    least: 2,
    most: 2,
    run: ofNumbers((value, by) =>
      by === 0 ? fault('#DIV/0!', 'it divides by zero') : value - by * Math.floor(value / by) || 0,
    ),
  },
  POWER: { least: 2, most: 2, run: ofNumbers(power) },
  SQRT: {
    least: 1,
    most: 1,
    run: ofNumbers((value) => (value < 0 ? fault('#NUM!', 'a negative number has no square root') : Math.sqrt(value))),
  },
  SUM: overAll(sum),
  AVERAGE: overAll((numbers) =>
    numbers.length > 0 ? sum(numbers) / numbers.length : fault('#DIV/0!', 'there are no numbers to average'),
  ),
  MIN: overAll((numbers) => (numbers.length > 0 ? Math.min(...numbers) : 0)),
  MAX: overAll((numbers) => (numbers.length > 0 ? Math.max(...numbers) : 0)),
} satisfies Record<string, ExpressionFunction>
