// SpreadsheetTheme: the fonts and colours that a spreadsheet's theme colours stand for.
import { touch } from '../../workbook/changes.ts'
import { newWorkbook } from '../../workbook/workbook.ts'
import { instance, SignatureMismatch, string } from '../arguments.ts'
import { enumName, ThemeColorType } from '../enums.ts'
import type { SpreadsheetState } from '../kinds.ts'
import { type Args, defineKind, type Methods, make, SELF } from '../service.ts'
import { colorHandle, colorOf } from './color.ts'

const ThemeKind = defineKind<SpreadsheetState>('SpreadsheetApp.SpreadsheetTheme', { document: true })

function themed(args: Args): string {
  const name = enumName(args, 0, ThemeColorType)
  if (name === 'UNSUPPORTED') throw new Error('Invalid argument: themeColorType')
  return name === 'HYPERLINK' ? 'LINK' : name
}

Object.assign(ThemeKind.methods, {
  getFontFamily: ({ workbook }) => workbook.theme.font,
  setFontFamily: ({ workbook }, args) => {
    workbook.theme.font = string(args, 0)
    touch(workbook)
    return SELF
  },
  getConcreteColor: ({ workbook }, args) => colorHandle(workbook.theme.colors[themed(args)]),
  setConcreteColor: ({ workbook }, args) => {
    const color = colorOf(args, 1)?.rgb
    if (!color) throw new SignatureMismatch()
    workbook.theme.colors[themed(args)] = color
    touch(workbook)
    return SELF
  },
  getThemeColors: ({ workbook }) =>
    Object.keys(workbook.theme.colors).map((name) => ThemeColorType.members.get(name === 'LINK' ? 'HYPERLINK' : name)),
} satisfies Methods<SpreadsheetState>)

export const spreadsheetTheme: Methods<SpreadsheetState> = {
  getSpreadsheetTheme: (_self, _args, { workbook }) => make(ThemeKind, { workbook }),
  setSpreadsheetTheme: (_self, args, { workbook }) => {
    workbook.theme = structuredClone(instance(args, 0, ThemeKind).workbook.theme)
    touch(workbook)
    return make(ThemeKind, { workbook })
  },
  resetSpreadsheetTheme: (_self, _args, { workbook }) => {
    workbook.theme = newWorkbook().theme
    touch(workbook)
    return make(ThemeKind, { workbook })
  },
  getPredefinedSpreadsheetThemes: () => [make(ThemeKind, { workbook: newWorkbook() })],
}
