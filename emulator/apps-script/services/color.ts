// Color and its builder, RgbColor and ThemeColor.
import type { CellStyle, Workbook } from '../../workbook/workbook.ts'
import { SignatureMismatch, string } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { ColorType, enumName, member, ThemeColorType } from '../enums.ts'
import { type Args, defineKind, type Handle, type Methods, make, SELF, stateOf } from '../service.ts'

/** A colour of its own (`rgb`), or one of the theme's by the name the workbook keeps it under. */
export type ColorState = { rgb?: string | undefined; theme?: string | undefined }
type Themed = 'background' | 'fontColor'

const ColorKind = defineKind<ColorState>('SpreadsheetApp.Color')
const ColorBuilderKind = defineKind<ColorState>('SpreadsheetApp.ColorBuilder')
const RgbKind = defineKind<string>('SpreadsheetApp.RgbColor')
const ThemeKind = defineKind<string>('SpreadsheetApp.ThemeColor')

const themeMember = (theme: string) => member(ThemeColorType, theme === 'LINK' ? 'HYPERLINK' : theme)
const channel = (at: number) => (hex: string) => Number.parseInt(hex.slice(at, at + 2), 16)

export function colorBuilder(): Handle {
  return make(ColorBuilderKind, {})
}

/** A Color object for a plain colour, or for a theme colour when `theme` names one. */
export function colorHandle(rgb: string | undefined, theme?: string): Handle {
  return make(ColorKind, theme ? { theme } : { rgb })
}

/** The colour an argument holds; null stands for none. */
export function colorOf(args: Args, index: number): ColorState | null {
  const value = args[index]
  if (value === null || value === undefined) return null
  const state = stateOf(ColorKind, value) ?? stateOf(ColorBuilderKind, value)
  if (!state) throw new SignatureMismatch()
  return state
}

/** What a colour sets of a style: the shown colour, and the theme colour it was chosen as. */
export function colorStyle(key: Themed, color: ColorState | null, { theme }: Pick<Workbook, 'theme'>): CellStyle {
  if (!color?.theme) return { [key]: color?.rgb, themes: { [key]: undefined } }
  return { [key]: theme.colors[color.theme], themes: { [key]: color.theme } }
}

/** The Color object of one of a style's colours; `fallback` where the style names none. */
export function styleColor(style: CellStyle, key: Themed, fallback: string): Handle {
  return colorHandle(style[key] ?? fallback, style.themes?.[key])
}

const shared: Methods<ColorState> = {
  getColorType: ({ rgb, theme }) => member(ColorType, theme ? 'THEME' : rgb ? 'RGB' : 'UNSUPPORTED'),
  asRgbColor: ({ rgb }) => {
    if (!rgb) throw new Error('Object is not of type RgbColor.')
    return make(RgbKind, rgb)
  },
  asThemeColor: ({ theme }) => {
    if (!theme) throw new Error('Object is not of type ThemeColor.')
    return make(ThemeKind, theme)
  },
}

Object.assign(ColorKind.methods, shared)
Object.assign(ColorBuilderKind.methods, shared, {
  setRgbColor: (self, args) => {
    Object.assign(self, { rgb: cssColor(string(args, 0)), theme: undefined })
    return SELF
  },
  setThemeColor: (self, args) => {
    const name = enumName(args, 0, ThemeColorType)
    Object.assign(self, { rgb: undefined, theme: name === 'HYPERLINK' ? 'LINK' : name })
    return SELF
  },
  build: (self) => make(ColorKind, { ...self }),
} satisfies Methods<ColorState>)
Object.assign(RgbKind.methods, {
  asHexString: (hex) => hex,
  getRed: channel(1),
  getGreen: channel(3),
  getBlue: channel(5),
  getColorType: () => member(ColorType, 'RGB'),
} satisfies Methods<string>)
Object.assign(ThemeKind.methods, {
  getThemeColorType: themeMember,
  getColorType: () => member(ColorType, 'THEME'),
} satisfies Methods<string>)
