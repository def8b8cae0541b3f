// Native tables, charts, slicers and line groups as Google answers them, each colour once.
import { textAt } from '../../workbook/display.ts'
import type { EmbeddedObject, JsonObject, LineGroup, Table } from '../../workbook/sheet-objects.ts'
import { tableColors } from '../../workbook/table-colors.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { fractionsOf } from './color.ts'
import { condition } from './condition.ts'
import { dimensionRange, gridRange } from './grid-range.ts'
import { json } from './sheet-rules.ts'

function rowsProperties(table: Table): JsonObject {
  const { header, first, second, footer } = tableColors(table)
  return {
    headerColorStyle: { rgbColor: fractionsOf(header) },
    firstBandColorStyle: { rgbColor: fractionsOf(first) },
    secondBandColorStyle: { rgbColor: fractionsOf(second) },
    ...(footer ? { footerColorStyle: { rgbColor: fractionsOf(footer) } } : {}),
  }
}

/** `Table`. */
export function tableJson(workbook: Workbook, sheet: Sheet, table: Table): JsonObject {
  const columns = table.columns.map(({ name, type, choices }, index) => ({
    ...(index ? { columnIndex: index } : {}),
    // What stands in the header cell is the name.
    columnName: textAt(workbook, sheet, table.box.row, table.box.column + index) || name,
    ...(type ? { columnType: type } : {}),
    ...(choices
      ? { dataValidationRule: { condition: condition(workbook, sheet, { type: 'VALUE_IN_LIST', args: choices }) } }
      : {}),
  }))
  return json({
    tableId: table.id,
    name: table.name,
    range: gridRange(sheet.id, table.box),
    rowsProperties: rowsProperties(table),
    columnProperties: columns,
  })
}

/** A table as it shows among the banded ranges. */
export function tableBanding(sheet: Sheet, table: Table): JsonObject {
  return json({
    bandedRangeReference: table.id,
    range: gridRange(sheet.id, table.box),
    rowProperties: rowsProperties(table),
  })
}

/** `EmbeddedObjectPosition`. */
export function objectPosition(sheet: Sheet, { overlay }: EmbeddedObject): JsonObject {
  if (!overlay) return { sheetId: sheet.id }
  const anchor = {
    ...(sheet.id ? { sheetId: sheet.id } : {}),
    ...(overlay.row > 1 ? { rowIndex: overlay.row - 1 } : {}),
    ...(overlay.column > 1 ? { columnIndex: overlay.column - 1 } : {}),
  }
  return {
    overlayPosition: {
      anchorCell: anchor,
      ...(overlay.offsetX ? { offsetXPixels: overlay.offsetX } : {}),
      ...(overlay.offsetY ? { offsetYPixels: overlay.offsetY } : {}),
      widthPixels: overlay.width,
      heightPixels: overlay.height,
    },
  }
}

/** `EmbeddedChart`. */
export function chartJson(sheet: Sheet, chart: EmbeddedObject): JsonObject {
  return {
    chartId: chart.id,
    spec: chart.spec,
    position: objectPosition(sheet, chart),
    ...(chart.border ? { border: { colorStyle: { rgbColor: fractionsOf(chart.border) } } } : {}),
  }
}

/** `Slicer`. */
export function slicerJson(sheet: Sheet, slicer: EmbeddedObject): JsonObject {
  return { slicerId: slicer.id, spec: slicer.spec, position: objectPosition(sheet, slicer) }
}

/** `DimensionGroup`. */
export function groupJson(sheet: Sheet, axis: 'row' | 'column', group: LineGroup): JsonObject {
  return json({
    range: dimensionRange(sheet.id, axis, group.start, group.count),
    depth: group.depth,
    ...(group.collapsed ? { collapsed: true } : {}),
  })
}
