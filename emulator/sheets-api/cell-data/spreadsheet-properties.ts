// The properties of a spreadsheet as the API shows them, and its named ranges.
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { NamedRange, Workbook } from '../../workbook/workbook.ts'
import { fractionsOf, twinColors } from './color.ts'
import { defaultFormat } from './default-format.ts'
import { gridRange } from './grid-range.ts'
import { json } from './sheet-rules.ts'

/** `SpreadsheetProperties` of the API, the default format and the theme included. */
export function spreadsheetProperties(workbook: Workbook): JsonObject {
  const { iteration, theme } = workbook
  return {
    title: workbook.title,
    locale: workbook.locale,
    autoRecalc: workbook.autoRecalc,
    timeZone: workbook.timeZone,
    defaultFormat: twinColors(workbook, defaultFormat(workbook)),
    ...(iteration
      ? {
          iterativeCalculationSettings: {
            ...(iteration.max === undefined ? {} : { maxIterations: iteration.max }),
            ...(iteration.threshold === undefined ? {} : { convergenceThreshold: iteration.threshold }),
          },
        }
      : {}),
    spreadsheetTheme: {
      primaryFontFamily: theme.font,
      themeColors: Object.entries(theme.colors).map(([colorType, hex]) => ({
        colorType,
        color: { rgbColor: fractionsOf(hex) },
      })),
    },
    ...(workbook.importAllowed ? { importFunctionsExternalUrlAccessAllowed: true } : {}),
  }
}

/** `NamedRange`. */
export function namedRangeJson({ id, name, sheetId, box }: NamedRange): JsonObject {
  return json({ namedRangeId: id, name, range: gridRange(sheetId, box) })
}
