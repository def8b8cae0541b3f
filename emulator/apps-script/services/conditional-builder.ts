// ConditionalFormatRule and its builder.
import type { CellStyle, ConditionalRule, GradientPoint, Workbook } from '../../workbook/workbook.ts'
import { boolean, instance, list, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { BooleanCriteria, enumName, InterpolationType, member } from '../enums.ts'
import { ConditionalRuleKind, RangeKind, type RuleDraft, rangeHandle } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Method, type Methods, make, SELF } from '../service.ts'
import { colorHandle, colorOf, colorStyle } from './color.ts'
import { criteriaMethods, ruleArgument, scriptArgument } from './criteria-methods.ts'

type BooleanRule = Extract<ConditionalRule, { kind: 'boolean' }>
type GradientRule = Extract<ConditionalRule, { kind: 'gradient' }>

const BuilderKind = defineKind<RuleDraft>('SpreadsheetApp.ConditionalFormatRuleBuilder')
const GradientKind = defineKind<GradientRule>('SpreadsheetApp.GradientCondition')
const ConditionKind = defineKind<BooleanRule>('SpreadsheetApp.BooleanCondition')

export function conditionalBuilder(from?: RuleDraft): Handle {
  return make(BuilderKind, { ranges: [...(from?.ranges ?? [])], rule: from?.rule ? structuredClone(from.rule) : null })
}

function booleanRule(self: RuleDraft): BooleanRule {
  if (self.rule?.kind !== 'boolean') self.rule = { ranges: [], kind: 'boolean', type: '', args: [], style: {} }
  return self.rule
}

function merged(style: CellStyle, patch: CellStyle): CellStyle {
  const themes = { ...style.themes, ...patch.themes }
  const named = Object.entries(themes).filter(([, theme]) => theme !== undefined)
  const { themes: _themes, ...rest } = { ...style, ...patch }
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return named.length > 0 ? { ...stated, themes: Object.fromEntries(named) } : stated
}

const flag = (args: Args) => (args[0] === null ? undefined : boolean(args, 0))
const look =
  (style: (args: Args, workbook: Workbook) => CellStyle): Method<RuleDraft> =>
  (self, args, run) => {
    const rule = booleanRule(self)
    rule.style = merged(rule.style, style(args, run.workbook))
    return SELF
  }

type Color = { color: string; theme?: string }

function colorArgument(args: Args, asObject: boolean, { theme }: Workbook): Color {
  if (!asObject) return { color: cssColor(textOrNull(args, 0)) ?? '#ffffff' }
  const given = colorOf(args, 0)
  if (given?.theme) return { color: theme.colors[given.theme] ?? '#ffffff', theme: given.theme }
  return { color: given?.rgb ?? '#ffffff' }
}

function gradient(point: 'min' | 'mid' | 'max', typed: boolean, asObject = false): Method<RuleDraft> {
  return (self, args, run) => {
    if (self.rule?.kind !== 'gradient') self.rule = { ranges: [], kind: 'gradient', min: null, mid: null, max: null }
    const value: GradientPoint = {
      ...colorArgument(args, asObject, run.workbook),
      type: typed ? enumName(args, 1, InterpolationType) : point.toUpperCase(),
      value: typed ? (textOrNull(args, 2) ?? '') : '',
    }
    self.rule[point] = value
    return SELF
  }
}

const builder: Methods<RuleDraft> = {
  ...criteriaMethods<RuleDraft>((self, type, args) => Object.assign(booleanRule(self), { type, args })),
  withCriteria: (self, args, run) => {
    const given = list(args, 1).map((one) => ruleArgument(one, run))
    Object.assign(booleanRule(self), { type: enumName(args, 0, BooleanCriteria), args: given })
    return SELF
  },
  setBackground: look((args) => ({ background: cssColor(textOrNull(args, 0)), themes: { background: undefined } })),
  setBackgroundObject: look((args, workbook) => colorStyle('background', colorOf(args, 0), workbook)),
  setFontColor: look((args) => ({ fontColor: cssColor(textOrNull(args, 0)), themes: { fontColor: undefined } })),
  setFontColorObject: look((args, workbook) => colorStyle('fontColor', colorOf(args, 0), workbook)),
  setBold: look((args) => ({ bold: flag(args) })),
  setItalic: look((args) => ({ italic: flag(args) })),
  setUnderline: look((args) => ({ underline: flag(args) })),
  setStrikethrough: look((args) => ({ strikethrough: flag(args) })),
  setGradientMinpoint: gradient('min', false),
  setGradientMaxpoint: gradient('max', false),
  setGradientMinpointWithValue: gradient('min', true),
  setGradientMidpointWithValue: gradient('mid', true),
  setGradientMaxpointWithValue: gradient('max', true),
  setGradientMinpointObject: gradient('min', false, true),
  setGradientMaxpointObject: gradient('max', false, true),
  setGradientMinpointObjectWithValue: gradient('min', true, true),
  setGradientMidpointObjectWithValue: gradient('mid', true, true),
  setGradientMaxpointObjectWithValue: gradient('max', true, true),
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
  getGradientCondition: (self) => (self.rule?.kind === 'gradient' ? make(GradientKind, self.rule) : null),
  copy: (self) => conditionalBuilder(self),
}

function pointMethods(point: 'min' | 'mid' | 'max'): Methods<GradientRule> {
  const name = `${point[0]!.toUpperCase()}${point.slice(1)}`
  return {
    [`get${name}Color`]: (self) => self[point]?.color ?? '',
    [`get${name}ColorObject`]: (self) => {
      const at = self[point]
      return at && colorHandle(at.color, at.theme)
    },
    [`get${name}Type`]: (self) => member(InterpolationType, self[point]?.type ?? ''),
    [`get${name}Value`]: (self) => self[point]?.value ?? '',
  }
}

const conditionMethods: Methods<BooleanRule> = {
  getBackgroundObject: ({ style }) =>
    style.background ? colorHandle(style.background, style.themes?.background) : null,
  getFontColorObject: ({ style }) => (style.fontColor ? colorHandle(style.fontColor, style.themes?.fontColor) : null),
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
Object.assign(ConditionKind.methods, conditionMethods, { toString: () => 'ConditionalFormatBooleanCondition' })
Object.assign(GradientKind.methods, pointMethods('min'), pointMethods('mid'), pointMethods('max'), {
  toString: () => 'ConditionalFormatGradientCondition',
})
