// The requests of a Sheets API batchUpdate that a plan is written with, as JSON.

/** Counted from 0, the ends not included. */
export type GridRange = {
  sheetId: number
  startRowIndex: number
  endRowIndex: number
  startColumnIndex: number
  endColumnIndex: number
}

export type ColorStyle = { rgbColor: { red?: number; green?: number; blue?: number } }
export type ExtendedValue =
  | { numberValue: number }
  | { stringValue: string }
  | { boolValue: boolean }
  | { formulaValue: string }

export type TextFormat = {
  bold?: boolean
  italic?: boolean
  strikethrough?: boolean
  foregroundColorStyle?: ColorStyle
}
export type CellFormat = {
  numberFormat?: { type: string; pattern: string }
  horizontalAlignment?: string
  verticalAlignment?: string
  wrapStrategy?: string
  backgroundColorStyle?: ColorStyle
  textFormat?: TextFormat
}

export type BooleanCondition = { type: string; values?: { userEnteredValue: string }[] }
export type DataValidationRule = {
  condition: BooleanCondition
  strict: boolean
  showCustomUi: boolean
  inputMessage?: string
}
export type CellData = { userEnteredValue?: ExtendedValue; userEnteredFormat?: CellFormat; note?: string }
export type RowData = { values: CellData[] }

export type Border = { style: string; colorStyle?: ColorStyle }
export type GradientPoint = { colorStyle: ColorStyle; type: string; value?: string }
export type ConditionalFormatRule = { ranges: GridRange[] } & (
  | { booleanRule: { condition: BooleanCondition; format: Pick<CellFormat, 'backgroundColorStyle' | 'textFormat'> } }
  | { gradientRule: { minpoint: GradientPoint; midpoint?: GradientPoint; maxpoint: GradientPoint } }
)

export type GridProperties = {
  rowCount?: number
  columnCount?: number
  frozenRowCount?: number
  frozenColumnCount?: number
  hideGridlines?: boolean
}
export type SheetProperties = {
  sheetId: number
  title?: string
  hidden?: boolean
  rightToLeft?: boolean
  gridProperties?: GridProperties
}

export type FilterSpec = { columnIndex?: number; filterCriteria?: object }
export type DimensionRange = { sheetId: number; dimension: 'ROWS' | 'COLUMNS'; startIndex: number; endIndex: number }
type MetadataLookup = { developerMetadataLookup: { metadataId: number } }
type Located = { spreadsheet: true } | { sheetId: number }

/** A write of cells from one corner on; the cells that it does not name stay as they are. */
export type UpdateCells = {
  start: { sheetId: number; rowIndex: number; columnIndex: number }
  rows: RowData[]
  fields: string
}

export type TableColumnProperties = {
  columnIndex: number
  columnName: string
  columnType?: string
  dataValidationRule?: { condition: BooleanCondition }
}

/** One request; all of them together are one batch, which is written whole or not at all. */
export type Request =
  | { addSheet: { properties: SheetProperties } }
  | { deleteSheet: { sheetId: number } }
  | { updateSheetProperties: { properties: SheetProperties; fields: string } }
  | { updateSpreadsheetProperties: { properties: { locale?: string; timeZone?: string }; fields: string } }
  | { insertDimension: { range: DimensionRange; inheritFromBefore: boolean } }
  | { deleteDimension: { range: DimensionRange } }
  | { updateDimensionProperties: { range: DimensionRange; properties: { pixelSize: number }; fields: string } }
  | { unmergeCells: { range: GridRange } }
  | { updateCells: UpdateCells | { range: GridRange; fields: string } }
  | { repeatCell: { range: GridRange; cell: CellData; fields: string } }
  | { copyPaste: { source: GridRange; destination: GridRange; pasteType: string } }
  | { updateBorders: { range: GridRange; top: Border } }
  | { setDataValidation: { range: GridRange; rule?: DataValidationRule; filteredRowsIncluded: true } }
  | { addConditionalFormatRule: { rule: ConditionalFormatRule; index: number } }
  | { deleteConditionalFormatRule: { sheetId: number; index: number } }
  | { addBanding: { bandedRange: { bandedRangeId: number; range: GridRange; rowProperties: BandColors } } }
  | { deleteBanding: { bandedRangeId: number } }
  | { setBasicFilter: { filter: { range: GridRange; filterSpecs?: FilterSpec[] } } }
  | { addTable: { table: NativeTable } }
  | { updateTable: { table: { tableId: string; range: GridRange }; fields: string } }
  | { addNamedRange: { namedRange: { namedRangeId: string; name: string; range: GridRange } } }
  | { updateNamedRange: { namedRange: { namedRangeId: string; name: string; range: GridRange }; fields: string } }
  | { createDeveloperMetadata: { developerMetadata: DeveloperMetadata } }
  | {
      updateDeveloperMetadata: {
        dataFilters: MetadataLookup[]
        developerMetadata: { metadataValue: string }
        fields: string
      }
    }
  | { deleteDeveloperMetadata: { dataFilter: MetadataLookup } }

export type BandColors = {
  headerColorStyle?: ColorStyle
  firstBandColorStyle: ColorStyle
  secondBandColorStyle: ColorStyle
}
export type NativeTable = {
  tableId: string
  name: string
  range: GridRange
  rowsProperties: BandColors
  columnProperties: TableColumnProperties[]
}
export type DeveloperMetadata = {
  metadataId: number
  metadataKey: string
  metadataValue: string
  location: Located
  visibility: 'DOCUMENT'
}
