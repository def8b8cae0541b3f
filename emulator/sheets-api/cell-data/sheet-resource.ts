// A sheet as the API shows it: its properties and everything on it but the cells.
import type { Json, JsonObject } from '../../workbook/sheet-objects.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { twinColors } from './color.ts'
import { developerMetadata } from './developer-metadata.ts'
import { gridRange } from './grid-range.ts'
import { chartJson, groupJson, slicerJson, tableBanding, tableJson } from './sheet-objects.ts'
import { sheetProperties } from './sheet-properties.ts'
import { bandedRange, basicFilter, conditionalFormat, filterView, json, protectedRange } from './sheet-rules.ts'

/** `Sheet` of the API without `data`; tables show among the banded ranges too, unless `withoutTables`. */
export function sheetResource(
  workbook: Workbook,
  sheet: Sheet,
  options: { withoutTables?: boolean } = {},
): { properties: object } & object {
  const parts: Record<string, Json[]> = {
    merges: sheet.merges.map((box) => json(gridRange(sheet.id, box))),
    conditionalFormats: sheet.conditionalRules.map((rule) => conditionalFormat(workbook, sheet, rule)),
    filterViews: sheet.filterViews.map((view) => filterView(workbook, sheet, view)),
    protectedRanges: sheet.protections.map((protection) => protectedRange(sheet, protection)),
    charts: sheet.charts.map((chart) => chartJson(sheet, chart)),
    bandedRanges: [
      ...sheet.bandings.map((banding) => bandedRange(workbook, sheet, banding)),
      ...(options.withoutTables ? [] : sheet.tables.map((table) => tableBanding(sheet, table))),
    ],
    developerMetadata: workbook.metadata
      .filter(({ at }) => at.type === 'SHEET' && at.sheetId === sheet.id)
      .map(developerMetadata),
    rowGroups: sheet.rowGroups.map((group) => groupJson(sheet, 'row', group)),
    columnGroups: sheet.columnGroups.map((group) => groupJson(sheet, 'column', group)),
    slicers: sheet.slicers.map((slicer) => slicerJson(sheet, slicer)),
    tables: sheet.tables.map((table) => tableJson(workbook, sheet, table)),
  }
  const filled = Object.entries(parts).filter(([, list]) => list.length > 0)
  return {
    properties: sheetPropertiesJson(workbook, sheet),
    ...twinColors(workbook, Object.fromEntries(filled)),
    ...(sheet.filter ? { basicFilter: twinColors(workbook, basicFilter(workbook, sheet, sheet.filter)) } : {}),
  }
}

/** `SheetProperties`, each colour twice. */
export function sheetPropertiesJson(workbook: Workbook, sheet: Sheet): JsonObject {
  return twinColors(workbook, sheetProperties(workbook, sheet))
}
