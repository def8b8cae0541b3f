// The shapes of what a sheet carries beside its cells: groups, filter views, native tables, charts and slicers.
import type { Box, FilterCriteria, RuleArgument } from './workbook.ts'

/** A stretch of grouped rows or columns, counted from 1; `depth` 1 is the outermost group. */
export type LineGroup = { start: number; count: number; depth: number; collapsed: boolean }

/** Colours are `#rrggbb`. */
export type SortSpec = { column: number; ascending: boolean; background?: string; fontColor?: string }

export type FilterView = {
  id: number
  title: string
  box: Box
  namedRangeId?: string
  tableId?: string
  criteria: Record<number, FilterCriteria>
  sortSpecs: SortSpec[]
}

export type TableColumn = { name: string; type?: string; choices?: RuleArgument[] }

/** A native table: its first row is the header; `colors` are `#rrggbb`, and those left out are Google's. */
export type Table = {
  id: string
  name: string
  box: Box
  columns: TableColumn[]
  colors: { header?: string; first?: string; second?: string; footer?: string }
}

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** Where a chart or slicer floats: the cell its top left corner stands in (from 1), offsets and size in pixels. */
export type Overlay = { row: number; column: number; offsetX: number; offsetY: number; width: number; height: number }

/** A chart or slicer; `spec` is kept as the REST API writes it, grid ranges within it counting from 0. */
export type EmbeddedObject = { id: number; spec: JsonObject; overlay: Overlay | null; border?: string }
