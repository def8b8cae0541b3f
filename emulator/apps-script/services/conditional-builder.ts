// ConditionalFormatRule and its builder.
import type { CellStyle, ConditionalRule, GradientPoint, RuleArgument } from '../../workbook/workbook.ts'
import { boolean, instance, list, number, string, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { BooleanCriteria, enumName, InterpolationType, member } from '../enums.ts'
import { ConditionalRuleKind, RangeKind, type RuleDraft, rangeHandle } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Method, type Methods, make, SELF } from '../service.ts'
import { ruleArgument, scriptArgument } from './validation-builder.ts'

type BooleanRule = Extract<ConditionalRule, { kind: 'boolean' }>

const BuilderKind = defineKind<RuleDraft>('SpreadsheetApp.ConditionalFormatRuleBuilder')
const ConditionKind = defineKind<BooleanRule>('SpreadsheetApp.BooleanCondition')

export function conditionalBuilder(from?: RuleDraft): Handle {
  return make(BuilderKind, { ranges: [...(from?.ranges ?? [])], rule: from?.rule ? structuredClone(from.rule) : null })
}

function booleanRule(self: RuleDraft): BooleanRule {
  if (self.rule?.kind !== 'boolean') self.rule = { ranges: [], kind: 'boolean', type: '', args: [], style: {} }
  return self.rule
}

function when(self: RuleDraft, type: string, args: RuleArgument[]): typeof SELF {
  Object.assign(booleanRule(self), { type, args })
  return SELF
}

const condition =
  (type: string, read: 'text' | 'number' | 'date', count: number): Method<RuleDraft> =>
  (self, args, run) =>
    when(
      self,
      type,
      Array.from({ length: count }, (_, index) =>
        read === 'number'
          ? number(args, index)
          : read === 'text'
            ? string(args, index)
            : ruleArgument(args[index], run),
      ),
    )

const look =
  (style: (args: Args) => CellStyle): Method<RuleDraft> =>
  (self, args) => {
    Object.assign(booleanRule(self).style, style(args))
    return SELF
  }

function gradient(point: 'min' | 'mid' | 'max', typed: boolean): Method<RuleDraft> {
  return (self, args) => {
    if (self.rule?.kind !== 'gradient') self.rule = { ranges: [], kind: 'gradient', min: null, mid: null, max: null }
    const value: GradientPoint = {
      color: cssColor(string(args, 0)) ?? '#ffffff',
      type: typed ? enumName(args, 1, InterpolationType) : point.toUpperCase(),
      value: typed ? string(args, 2) : '',
    }
    self.rule[point] = value
    return SELF
  }
}

const builder: Methods<RuleDraft> = {
  whenCellEmpty: condition('CELL_EMPTY', 'text', 0),
  whenCellNotEmpty: condition('CELL_NOT_EMPTY', 'text', 0),
  whenTextContains: condition('TEXT_CONTAINS', 'text', 1),
  whenTextDoesNotContain: condition('TEXT_DOES_NOT_CONTAIN', 'text', 1),
  whenTextStartsWith: condition('TEXT_STARTS_WITH', 'text', 1),
  whenTextEndsWith: condition('TEXT_ENDS_WITH', 'text', 1),
  whenTextEqualTo: condition('TEXT_EQUAL_TO', 'text', 1),
  whenDateAfter: condition('DATE_AFTER', 'date', 1),
  whenDateBefore: condition('DATE_BEFORE', 'date', 1),
  whenDateEqualTo: condition('DATE_EQUAL_TO', 'date', 1),
  whenFormulaSatisfied: condition('CUSTOM_FORMULA', 'text', 1),
  whenNumberGreaterThan: condition('NUMBER_GREATER_THAN', 'number', 1),
  whenNumberGreaterThanOrEqualTo: condition('NUMBER_GREATER_THAN_OR_EQUAL_TO', 'number', 1),
  whenNumberLessThan: condition('NUMBER_LESS_THAN', 'number', 1),
  whenNumberLessThanOrEqualTo: condition('NUMBER_LESS_THAN_OR_EQUAL_TO', 'number', 1),
  whenNumberEqualTo: condition('NUMBER_EQUAL_TO', 'number', 1),
  whenNumberNotEqualTo: condition('NUMBER_NOT_EQUAL_TO', 'number', 1),
  whenNumberBetween: condition('NUMBER_BETWEEN', 'number', 2),
  whenNumberNotBetween: condition('NUMBER_NOT_BETWEEN', 'number', 2),
  withCriteria: (self, args, run) =>
    when(
      self,
      enumName(args, 0, BooleanCriteria),
      list(args, 1).map((one) => ruleArgument(one, run)),
    ),
  setBackground: look((args) => ({ background: cssColor(textOrNull(args, 0)) })),
  setFontColor: look((args) => ({ fontColor: cssColor(textOrNull(args, 0)) })),
  setBold: look((args) => ({ bold: boolean(args, 0) })),
  setItalic: look((args) => ({ italic: boolean(args, 0) })),
  setUnderline: look((args) => ({ underline: boolean(args, 0) })),
  setStrikethrough: look((args) => ({ strikethrough: boolean(args, 0) })),
  setGradientMinpoint: gradient('min', false),
  setGradientMaxpoint: gradient('max', false),
  setGradientMinpointWithValue: gradient('min', true),
  setGradientMidpointWithValue: gradient('mid', true),
  setGradientMaxpointWithValue: gradient('max', true),
  setRanges: (self, args) => {
    self.ranges = list(args, 0).map((value) => instance([value], 0, RangeKind))
    return SELF
  },
  build: (self) => {
    if (!self.rule || (self.rule.kind === 'boolean' && !self.rule.type))
      throw new Error('Conditional format rules must have a condition.')
    if (self.ranges.length === 0) throw new Error('Conditional format rules must have at least one range.')
    return make(ConditionalRuleKind, { ranges: [...self.ranges], rule: structuredClone(self.rule) })
  },
}

const shared: Methods<RuleDraft> = {
  getRanges: (self) => self.ranges.map(({ sheet, box }) => rangeHandle(sheet, box)),
  getBooleanCondition: (self) => (self.rule?.kind === 'boolean' ? make(ConditionKind, self.rule) : null),
  copy: (self) => conditionalBuilder(self),
}

const conditionMethods: Methods<BooleanRule> = {
  getCriteriaType: (self) => member(BooleanCriteria, self.type),
  getCriteriaValues: (self, _args, run) => self.args.map((arg) => scriptArgument(arg, self.type, run)),
  getBackground: (self) => self.style.background ?? null,
  getFontColor: (self) => self.style.fontColor ?? null,
  getBold: (self) => self.style.bold ?? null,
  getItalic: (self) => self.style.italic ?? null,
  getUnderline: (self) => self.style.underline ?? null,
  getStrikethrough: (self) => self.style.strikethrough ?? null,
}

Object.assign(BuilderKind.methods, builder, shared)
Object.assign(ConditionalRuleKind.methods, shared)
Object.assign(ConditionKind.methods, conditionMethods)
