// Conditional formats, bandings, protections and filters as Google answers them, each colour once.
import type { FilterView, JsonObject, SortSpec } from '../../workbook/sheet-objects.ts'
import type {
  BandColors,
  Banding,
  BandThemes,
  ConditionalRule,
  FilterCriteria,
  GradientPoint,
  Protection,
  Sheet,
  Workbook,
} from '../../workbook/workbook.ts'
import { cellFormat } from './cell-format.ts'
import { colorStyle, fractionsOf } from './color.ts'
import { condition } from './condition.ts'
import { gridRange } from './grid-range.ts'

/** Plain JSON of values built from typed parts. */
export function json(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value))
}

function point(workbook: Workbook, { color, type, value, theme }: GradientPoint): JsonObject {
  return { colorStyle: colorStyle(workbook, color, theme), type, ...(value && !/^M/.test(type) ? { value } : {}) }
}

/** `ConditionalFormatRule`. */
export function conditionalFormat(workbook: Workbook, sheet: Sheet, rule: ConditionalRule): JsonObject {
  const ranges = rule.ranges.map((box) => gridRange(sheet.id, box))
  if (rule.kind === 'boolean') {
    const format = cellFormat(workbook, { style: rule.style }) ?? {}
    return json({ ranges, booleanRule: { condition: condition(workbook, sheet, rule), format } })
  }
  const { min, mid, max } = rule
  const points = {
    ...(min ? { minpoint: point(workbook, min) } : {}),
    ...(mid ? { midpoint: point(workbook, mid) } : {}),
    ...(max ? { maxpoint: point(workbook, max) } : {}),
  }
  return json({ ranges, gradientRule: points })
}

function bandColors(workbook: Workbook, colors: BandColors, themes: BandThemes = {}): JsonObject {
  const { header, first, second, footer } = colors
  return {
    ...(header ? { headerColorStyle: colorStyle(workbook, header, themes.header) } : {}),
    ...(first ? { firstBandColorStyle: colorStyle(workbook, first, themes.first) } : {}),
    ...(second ? { secondBandColorStyle: colorStyle(workbook, second, themes.second) } : {}),
    ...(footer ? { footerColorStyle: colorStyle(workbook, footer, themes.footer) } : {}),
  } as JsonObject
}

/** `BandedRange`. */
export function bandedRange(workbook: Workbook, sheet: Sheet, banding: Banding): JsonObject {
  const { id, box, rows, columns, themes } = banding
  return json({
    bandedRangeId: id,
    range: gridRange(sheet.id, box),
    ...(rows ? { rowProperties: bandColors(workbook, rows, themes?.rows) } : {}),
    ...(columns ? { columnProperties: bandColors(workbook, columns, themes?.columns) } : {}),
  })
}

/** `ProtectedRange`; a whole sheet's range has no ends. */
export function protectedRange(sheet: Sheet, protection: Protection): JsonObject {
  const { id, box, description, warningOnly, unprotected, editors, groups, domainEdit } = protection
  return json({
    protectedRangeId: id,
    ...(protection.tableId ? {} : { range: box ? gridRange(sheet.id, box) : wholeSheetRange(sheet) }),
    ...(protection.namedRangeId ? { namedRangeId: protection.namedRangeId } : {}),
    ...(protection.tableId ? { tableId: protection.tableId } : {}),
    ...(description ? { description } : {}),
    ...(warningOnly ? { warningOnly } : {}),
    requestingUserCanEdit: true,
    ...(unprotected.length > 0 ? { unprotectedRanges: unprotected.map((one) => gridRange(sheet.id, one)) } : {}),
    editors: {
      ...(editors.length > 0 ? { users: editors } : {}),
      ...(groups?.length ? { groups } : {}),
      ...(domainEdit ? { domainUsersCanEdit: true } : {}),
    },
  })
}

function wholeSheetRange(sheet: Sheet): JsonObject {
  return sheet.id === 0 ? {} : { sheetId: sheet.id }
}

function criteriaJson(workbook: Workbook, sheet: Sheet, criteria: FilterCriteria): JsonObject {
  const { hiddenValues, type, args, texts, visibleBackground, visibleFontColor } = criteria
  return json({
    ...(hiddenValues.length > 0 ? { hiddenValues } : {}),
    ...(type ? { condition: condition(workbook, sheet, { type, args, texts }) } : {}),
    ...(visibleBackground ? { visibleBackgroundColorStyle: { rgbColor: fractionsOf(visibleBackground) } } : {}),
    ...(visibleFontColor ? { visibleForegroundColorStyle: { rgbColor: fractionsOf(visibleFontColor) } } : {}),
  })
}

function sortSpec({ column, ascending, background, fontColor }: SortSpec): JsonObject {
  return {
    dimensionIndex: column - 1,
    sortOrder: ascending ? 'ASCENDING' : 'DESCENDING',
    ...(background ? { backgroundColorStyle: { rgbColor: fractionsOf(background) } } : {}),
    ...(fontColor ? { foregroundColorStyle: { rgbColor: fractionsOf(fontColor) } } : {}),
  }
}

/** What `BasicFilter` and `FilterView` share; the criteria stand in both of the forms that Google keeps. */
function filtering(
  workbook: Workbook,
  sheet: Sheet,
  filter: Pick<FilterView, 'box' | 'criteria' | 'tableId'> & { sortSpecs?: SortSpec[] },
): JsonObject {
  const entries = Object.entries(filter.criteria).map(
    ([column, criteria]) => [Number(column) - 1, criteriaJson(workbook, sheet, criteria)] as const,
  )
  return json({
    range: gridRange(sheet.id, filter.box),
    ...(filter.tableId ? { tableId: filter.tableId } : {}),
    ...(filter.sortSpecs?.length ? { sortSpecs: filter.sortSpecs.map(sortSpec) } : {}),
    ...(entries.length > 0
      ? {
          criteria: Object.fromEntries(entries),
          filterSpecs: entries.map(([column, filterCriteria]) => ({
            ...(column ? { columnIndex: column } : {}),
            filterCriteria,
          })),
        }
      : {}),
  })
}

/** `BasicFilter`. */
export function basicFilter(workbook: Workbook, sheet: Sheet, filter: NonNullable<Sheet['filter']>): JsonObject {
  return filtering(workbook, sheet, filter)
}

/** `FilterView`. */
export function filterView(workbook: Workbook, sheet: Sheet, view: FilterView): JsonObject {
  const { range, ...rest } = filtering(workbook, sheet, view)
  return {
    filterViewId: view.id,
    title: view.title,
    range: range!,
    ...(view.namedRangeId ? { namedRangeId: view.namedRangeId } : {}),
    ...rest,
  }
}
