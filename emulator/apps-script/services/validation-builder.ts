// DataValidation and its builder.
import { instantToSerial } from '../../workbook/dates.ts'
import type { RuleArgument, Validation } from '../../workbook/workbook.ts'
import { boolean, instance, isDate, list, number, SignatureMismatch, string } from '../arguments.ts'
import { DataValidationCriteria, enumName, member } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { RangeKind, ValidationKind } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Method, type Methods, make, SELF } from '../service.ts'
import { ruleArgument, scriptArgument } from './criteria-methods.ts'

const BuilderKind = defineKind<Validation>('SpreadsheetApp.DataValidationBuilder')

/** An empty builder; a rule that was never given a criterion cannot be built. */
export function validationBuilder(from?: Validation): Handle {
  return make(BuilderKind, from ? { ...from } : { type: '', args: [], allowInvalid: true, helpText: null })
}

function dateSerial(args: Args, index: number, run: Execution): number {
  const value = args[index]
  if (!isDate(value)) throw new SignatureMismatch()
  return instantToSerial(value.getTime(), run.workbook.timeZone)
}

const set = (self: Validation, type: string, args: RuleArgument[]): typeof SELF => {
  Object.assign(self, { type, args })
  return SELF
}
const numbers =
  (type: string, count: number): Method<Validation> =>
  (self, args) =>
    set(
      self,
      type,
      Array.from({ length: count }, (_, index) => number(args, index)),
    )
const texts =
  (type: string): Method<Validation> =>
  (self, args) =>
    set(self, type, [string(args, 0)])
const dates =
  (type: string, count: number): Method<Validation> =>
  (self, args, run) =>
    set(
      self,
      type,
      Array.from({ length: count }, (_, index) => dateSerial(args, index, run)),
    )
const plain =
  (type: string): Method<Validation> =>
  (self) =>
    set(self, type, [])

const checkboxValue = (value: unknown): RuleArgument =>
  value === null ? null : typeof value === 'boolean' ? value : string([value], 0)

const builder: Methods<Validation> = {
  requireNumberBetween: numbers('NUMBER_BETWEEN', 2),
  requireNumberNotBetween: numbers('NUMBER_NOT_BETWEEN', 2),
  requireNumberEqualTo: numbers('NUMBER_EQUAL_TO', 1),
  requireNumberNotEqualTo: numbers('NUMBER_NOT_EQUAL_TO', 1),
  requireNumberGreaterThan: numbers('NUMBER_GREATER_THAN', 1),
  requireNumberGreaterThanOrEqualTo: numbers('NUMBER_GREATER_THAN_OR_EQUAL_TO', 1),
  requireNumberLessThan: numbers('NUMBER_LESS_THAN', 1),
  requireNumberLessThanOrEqualTo: numbers('NUMBER_LESS_THAN_OR_EQUAL_TO', 1),
  requireTextContains: texts('TEXT_CONTAINS'),
  requireTextDoesNotContain: texts('TEXT_DOES_NOT_CONTAIN'),
  requireTextEqualTo: texts('TEXT_EQUAL_TO'),
  requireTextIsEmail: plain('TEXT_IS_VALID_EMAIL'),
  requireTextIsUrl: plain('TEXT_IS_VALID_URL'),
  requireDate: plain('DATE_IS_VALID_DATE'),
  requireDateAfter: dates('DATE_AFTER', 1),
  requireDateBefore: dates('DATE_BEFORE', 1),
  requireDateEqualTo: dates('DATE_EQUAL_TO', 1),
  requireDateOnOrAfter: dates('DATE_ON_OR_AFTER', 1),
  requireDateOnOrBefore: dates('DATE_ON_OR_BEFORE', 1),
  requireDateBetween: dates('DATE_BETWEEN', 2),
  requireDateNotBetween: dates('DATE_NOT_BETWEEN', 2),
  requireFormulaSatisfied: texts('CUSTOM_FORMULA'),
  requireCheckbox: (self, args) =>
    set(
      self,
      'CHECKBOX',
      args.map((value) => checkboxValue(value)),
    ),
  requireValueInList: (self, args) => {
    const values = list(args, 0).map((value) => string([value], 0))
    if (values.length > 500)
      throw new Error(
        'The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
      )
    return set(self, 'VALUE_IN_LIST', [values, args.length > 1 ? boolean(args, 1) : true])
  },
  requireValueInRange: (self, args) => {
    const { sheet, box } = instance(args, 0, RangeKind)
    return set(self, 'VALUE_IN_RANGE', [{ sheetId: sheet.id, box }, args.length > 1 ? boolean(args, 1) : true])
  },
  withCriteria: (self, args, run) => {
    const type = enumName(args, 0, DataValidationCriteria)
    const given = list(args, 1).map((one) => ruleArgument(one, run))
    return set(self, type, type.startsWith('VALUE_IN_') && given.length === 1 ? [...given, true] : given)
  },
  setAllowInvalid: (self, args) => {
    self.allowInvalid = boolean(args, 0)
    return SELF
  },
  setHelpText: (self, args) => {
    self.helpText = args[0] === null ? null : string(args, 0)
    return SELF
  },
}

const read: Methods<Validation> = {
  getAllowInvalid: (self) => self.allowInvalid,
  getHelpText: (self) => self.helpText,
  getCriteriaType: (self) => (self.type ? member(DataValidationCriteria, self.type) : null),
  getCriteriaValues: (self, _args, run) => self.args.map((arg) => scriptArgument(arg, self.type, run)),
  copy: (self) => validationBuilder(self),
}

Object.assign(BuilderKind.methods, builder, read, {
  build: (self) => {
    if (!self.type) throw new Error('A data validation rule needs a criterion before it is built.')
    return make(ValidationKind, { ...self })
  },
} satisfies Methods<Validation>)
Object.assign(ValidationKind.methods, read)
