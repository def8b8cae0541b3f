// The `when…` methods that conditional format rules and filters share: which criterion each sets, and what it takes.

import { instantToSerial, serialToInstant } from '../../workbook/dates.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import type { RuleArgument } from '../../workbook/workbook.ts'
import { instance, isDate, number, SignatureMismatch, string } from '../arguments.ts'
import { enumName, member, RelativeDate } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, rangeHandle } from '../kinds.ts'
import { type Args, Handle, type Method, type Methods, SELF, stateOf } from '../service.ts'

const texts =
  'TextContains TextDoesNotContain TextStartsWith TextEndsWith TextEqualTo TextNotEqualTo FormulaSatisfied'.split(' ')
const numbers =
  'NumberGreaterThan NumberGreaterThanOrEqualTo NumberLessThan NumberLessThanOrEqualTo NumberEqualTo NumberNotEqualTo'.split(
    ' ',
  )
const dates = 'DateAfter DateBefore DateEqualTo DateNotEqualTo'.split(' ')

/** Google's name of the criterion of `NumberGreaterThan`. */
export function criterionName(method: string): string {
  if (method === 'FormulaSatisfied') return 'CUSTOM_FORMULA'
  return method.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}

/** The methods of a builder: `set` puts the criterion's name and arguments into its state. */
export function criteriaMethods<S>(set: (self: S, type: string, args: RuleArgument[]) => void): Methods<S> {
  const method =
    (name: string, read: (args: Args, run: Execution) => RuleArgument[]): Method<S> =>
    (self, args, run) => {
      const relative = stateOf(RelativeDate.kind, args[0])
      if (relative) set(self, `${criterionName(name)}_RELATIVE`, [relative.name])
      else set(self, criterionName(name), read(args, run))
      return SELF
    }
  const named = (names: string[], read: (args: Args, run: Execution) => RuleArgument[]) =>
    names.map((name) => [`when${name}`, method(name, read)])
  return Object.fromEntries([
    ...named(['CellEmpty', 'CellNotEmpty'], () => []),
    ...named(texts, (args) => [string(args, 0)]),
    ...named(numbers, (args) => [number(args, 0)]),
    ...named(['NumberBetween', 'NumberNotBetween'], (args) => [number(args, 0), number(args, 1)]),
    ...named(dates, (args, run) => [ruleArgument(args[0], run)]),
    ...named(['TextEqualToAny', 'TextNotEqualToAny', 'NumberEqualToAny', 'NumberNotEqualToAny'], anyOf),
    ...named(['DateEqualToAny', 'DateNotEqualToAny'], anyOf),
  ])
}

function anyOf(args: Args, run: Execution): RuleArgument[] {
  if (!Array.isArray(args[0])) throw new SignatureMismatch()
  return args[0].map((one) => ruleArgument(one, run))
}

/** A script value as a rule keeps it; ranges by sheet and box, dates as serials, relative dates by name. */
export function ruleArgument(value: unknown, run: Execution): RuleArgument {
  if (value instanceof Handle) {
    if (stateOf(RelativeDate.kind, value)) return enumName([value], 0, RelativeDate)
    const { sheet, box } = instance([value], 0, RangeKind)
    return { sheetId: sheet.id, box }
  }
  if (isDate(value)) return instantToSerial(value.getTime(), run.workbook.timeZone)
  if (Array.isArray(value)) return value.map((one) => string([one], 0))
  return typeof value === 'number' || typeof value === 'boolean'
    ? value
    : value === null || value === undefined
      ? null
      : String(value)
}

/** The kept argument as a script gets it back. */
export function scriptArgument(arg: RuleArgument, type: string, run: Execution): unknown {
  if (arg && typeof arg === 'object' && !Array.isArray(arg)) {
    const sheet = sheetWithId(run.workbook, arg.sheetId)
    return sheet ? rangeHandle(sheet, arg.box) : null
  }
  if (type.endsWith('_RELATIVE')) return member(RelativeDate, String(arg))
  return type.startsWith('DATE_') && typeof arg === 'number'
    ? new Date(serialToInstant(arg, run.workbook.timeZone))
    : arg
}
