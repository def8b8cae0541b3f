// TextStyle and its builder; a style states only what was set, a cell's own style all of it.
import type { CellStyle, Workbook } from '../../workbook/workbook.ts'
import { boolean, number, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { TextStyleKind } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Method, type Methods, make, SELF, stateOf } from '../service.ts'
import { colorOf, colorStyle, styleColor } from './color.ts'

const StyleBuilderKind = defineKind<CellStyle>('SpreadsheetApp.TextStyleBuilder')

export function textStyleBuilder(from: CellStyle = {}): Handle {
  return make(StyleBuilderKind, { ...from })
}

/** The style an argument holds, be it built or not; undefined when it is none. */
export function textStyleOf(value: unknown): CellStyle | undefined {
  return stateOf(TextStyleKind, value) ?? stateOf(StyleBuilderKind, value)
}

/** The text style of a cell, with Google's defaults for what the cell does not say. */
export function wholeTextStyle(style: CellStyle, { theme, defaultStyle }: Workbook): CellStyle {
  const { bold = false, italic = false, underline = false, strikethrough = false } = style
  const { fontSize = defaultStyle.fontSize ?? 10, fontColor = theme.colors.TEXT ?? '#000000', themes } = style
  const fontFamily = style.fontFamily ?? 'arial,sans,sans-serif'
  const whole: CellStyle = { bold, italic, underline, strikethrough, fontSize, fontColor, fontFamily }
  return themes?.fontColor ? { ...whole, themes: { fontColor: themes.fontColor } } : whole
}

/** What putting a text style on a cell changes: only what the style states, and nothing where that is the default. */
export function statedStyle(style: CellStyle): CellStyle {
  const { bold, italic, underline, strikethrough, fontFamily, ...rest } = style
  const flags = Object.entries({ bold, italic, underline, strikethrough })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, value || undefined])
  const family = fontFamily === undefined ? {} : { fontFamily: /^arial,sans/.test(fontFamily) ? undefined : fontFamily }
  return { ...rest, ...family, ...Object.fromEntries(flags) }
}

const change =
  (style: (args: Args, workbook: Workbook) => CellStyle): Method<CellStyle> =>
  (self, args, run) => {
    Object.assign(self, style(args, run.workbook))
    return SELF
  }

Object.assign(StyleBuilderKind.methods, {
  setBold: change((args) => ({ bold: boolean(args, 0) })),
  setItalic: change((args) => ({ italic: boolean(args, 0) })),
  setUnderline: change((args) => ({ underline: boolean(args, 0) })),
  setStrikethrough: change((args) => ({ strikethrough: boolean(args, 0) })),
  setFontSize: change((args) => ({ fontSize: number(args, 0) })),
  setFontFamily: change((args) => ({ fontFamily: textOrNull(args, 0) ?? undefined })),
  setForegroundColor: change((args) => ({ fontColor: cssColor(textOrNull(args, 0)), themes: {} })),
  setForegroundColorObject: change((args, workbook) => colorStyle('fontColor', colorOf(args, 0), workbook)),
  build: (self) => make(TextStyleKind, { ...self }),
} satisfies Methods<CellStyle>)

Object.assign(TextStyleKind.methods, {
  isBold: (self) => self.bold ?? null,
  isItalic: (self) => self.italic ?? null,
  isUnderline: (self) => self.underline ?? null,
  isStrikethrough: (self) => self.strikethrough ?? null,
  getFontSize: (self) => self.fontSize ?? null,
  getFontFamily: (self) => self.fontFamily ?? null,
  getForegroundColor: (self) => self.themes?.fontColor ?? self.fontColor ?? null,
  getForegroundColorObject: (self) => (self.fontColor ? styleColor(self, 'fontColor', '#000000') : null),
  copy: (self) => textStyleBuilder(self),
} satisfies Methods<CellStyle>)
