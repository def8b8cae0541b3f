// Requests about charts and slicers.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { touch } from '../../workbook/changes.ts'
import type { EmbeddedObject, Json, JsonObject, Overlay } from '../../workbook/sheet-objects.ts'
import { addSheet, removeSheet, sheetNamed, sheetWithId } from '../../workbook/sheets.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { foldedObject, readColorStyle, twinColors } from '../cell-data/color.ts'
import { applyMask, demandFields, readMask } from '../cell-data/field-mask.ts'
import { gridWithId, readGridRange } from '../cell-data/grid-range.ts'
import { chartJson, objectPosition, slicerJson } from '../cell-data/sheet-objects.ts'
import { freshId } from './fresh-id.ts'
import { demandSheetRoom } from './limits.ts'
import type { Handlers } from './request.ts'

const chartKinds =
  'basicChart pieChart bubbleChart candlestickChart orgChart histogramChart waterfallChart treemapChart scorecardChart'.split(
    ' ',
  )
const slicerFields =
  'dataRange filterCriteria columnIndex applyToPivotTables title textFormat backgroundColorStyle horizontalAlignment'.split(
    ' ',
  )
const chartSize = { width: 600, height: 371 }
const slicerSize = { width: 200, height: 40 }

/** A spec as it is kept: colours once, and the id of 0 of the first sheet left out of ranges, as Google answers them. */
function readSpec(spec: unknown): JsonObject {
  const plain = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(plain)
    if (json === null || typeof json !== 'object') return json
    const isRange = 'startRowIndex' in json || 'endRowIndex' in json || 'startColumnIndex' in json
    const kept = Object.entries(json).filter(([key, value]) => !(isRange && key === 'sheetId' && value === 0))
    return Object.fromEntries(kept.map(([key, value]) => [key, plain(value)]))
  }
  return plain(foldedObject(spec)) as JsonObject
}

function readChart(book: Workbook, spec: v4.Schema$ChartSpec | undefined): JsonObject {
  if (!spec || !chartKinds.some((kind) => kind in spec))
    throw badRequest(
      'One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec.',
    )
  const read = readSpec(spec)
  demandRanges(book, read)
  return { hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS', ...read }
}

/** Throws when a range of a spec is not in the workbook. */
function demandRanges(book: Workbook, json: Json): void {
  if (Array.isArray(json)) for (const one of json) demandRanges(book, one)
  else if (json && typeof json === 'object') {
    if ('startRowIndex' in json || 'endRowIndex' in json || 'startColumnIndex' in json) readGridRange(book, json)
    else for (const one of Object.values(json)) demandRanges(book, one)
  }
}

type Size = { width: number; height: number }

function readOverlay(book: Workbook, asked: v4.Schema$OverlayPosition, size: Size): { sheet: Sheet; overlay: Overlay } {
  const { anchorCell } = asked
  const sheet = gridWithId(book, anchorCell?.sheetId)
  const [row, column] = [(anchorCell?.rowIndex ?? 0) + 1, (anchorCell?.columnIndex ?? 0) + 1]
  if (row < 1 || column < 1 || row > sheet.maxRows || column > sheet.maxColumns)
    throw badRequest('OverlayPosition.anchorCell is outside of the grid.')
  return {
    sheet,
    overlay: {
      row,
      column,
      offsetX: asked.offsetXPixels ?? 0,
      offsetY: asked.offsetYPixels ?? 0,
      width: asked.widthPixels || size.width,
      height: asked.heightPixels || size.height,
    },
  }
}

/** Where an object goes; `newSheet` makes a sheet that holds it alone. */
function place(
  book: Workbook,
  position: v4.Schema$EmbeddedObjectPosition | undefined,
  size: Size,
): { sheet: Sheet; overlay: Overlay | null } {
  if (position?.newSheet) {
    demandSheetRoom(book)
    let number = 1
    while (sheetNamed(book, `Chart${number}`)) number += 1
    const sheet = addSheet(book, `Chart${number}`)
    Object.assign(sheet, { objectSheet: true, maxRows: 0, maxColumns: 0 })
    return { sheet, overlay: null }
  }
  if (position?.overlayPosition) return readOverlay(book, position.overlayPosition, size)
  if (position?.sheetId == null)
    throw badRequest('One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set')
  const sheet = sheetWithId(book, position.sheetId)
  if (!sheet?.objectSheet) throw badRequest(`No object sheet with id: ${position.sheetId}`)
  return { sheet, overlay: null }
}

const objectIds = (book: Workbook) =>
  book.sheets.flatMap((sheet) => [...sheet.charts, ...sheet.slicers].map(({ id }) => id))

type Kind = 'charts' | 'slicers'
type Found = { sheet: Sheet; kind: Kind; object: EmbeddedObject }

function objectWithId(book: Workbook, id: number | null | undefined, kinds: Kind[], what: string): Found {
  for (const sheet of book.sheets)
    for (const kind of kinds) {
      const object = sheet[kind].find((one) => one.id === id)
      if (object) return { sheet, kind, object }
    }
  throw badRequest(`No ${what} with id: ${id ?? 0}`)
}

function replace({ sheet, kind, object }: Found, changed: EmbeddedObject): void {
  sheet[kind] = sheet[kind].map((one) => (one === object ? changed : one))
}

function readSlicer(book: Workbook, spec: JsonObject): JsonObject {
  if (!spec.dataRange) throw badRequest('SlicerSpec.dataRange must be set.')
  readGridRange(book, spec.dataRange as v4.Schema$GridRange, 'dataRange')
  return spec
}

export const objectRequests: Handlers = {
  addChart: ({ book }, { chart = {} }) => {
    const spec = readChart(book, chart.spec)
    const id = freshId(chart.chartId, objectIds(book), 'embedded object')
    const { sheet, overlay } = place(book, chart.position, chartSize)
    const border = readColorStyle(book, foldedObject(chart.border).colorStyle as v4.Schema$ColorStyle | undefined)?.hex
    const added: EmbeddedObject = { id, spec, overlay, ...(border ? { border } : {}) }
    sheet.charts = [...sheet.charts, added]
    touch(book)
    return { chart: twinColors(book, chartJson(sheet, added)) }
  },

  updateChartSpec: ({ book }, { chartId, spec }) => {
    const found = objectWithId(book, chartId, ['charts'], 'chart')
    replace(found, { ...found.object, spec: readChart(book, spec) })
    touch(book)
    return undefined
  },

  addSlicer: ({ book }, { slicer = {} }) => {
    const spec = readSlicer(book, readSpec(slicer.spec))
    const id = freshId(slicer.slicerId, objectIds(book), 'embedded object')
    const { sheet, overlay } = place(book, slicer.position, slicerSize)
    const added: EmbeddedObject = { id, spec, overlay }
    sheet.slicers = [...sheet.slicers, added]
    touch(book)
    return { slicer: twinColors(book, slicerJson(sheet, added)) }
  },

  updateSlicerSpec: ({ book }, { slicerId, spec, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, slicerFields)
    const found = objectWithId(book, slicerId, ['slicers'], 'slicer')
    replace(found, { ...found.object, spec: readSlicer(book, applyMask(found.object.spec, readSpec(spec), mask)) })
    touch(book)
    return undefined
  },

  updateEmbeddedObjectPosition: ({ book }, { objectId, newPosition, fields }) => {
    const found = objectWithId(book, objectId, ['charts', 'slicers'], 'embedded object')
    if (newPosition?.newSheet || !newPosition?.overlayPosition) {
      const { sheet, overlay } = place(book, newPosition, chartSize)
      return { position: moved(book, found, sheet, overlay) }
    }
    const mask = readMask(fields)
    const now = foldedObject(objectPosition(found.sheet, found.object))
    const current = found.object.overlay ? foldedObject(now.overlayPosition) : undefined
    const inner = mask === true ? true : (mask.get('overlayPosition') ?? mask)
    const merged = applyMask(current, foldedObject(newPosition.overlayPosition), inner)
    const { sheet, overlay } = readOverlay(book, merged as v4.Schema$OverlayPosition, chartSize)
    return { position: moved(book, found, sheet, overlay) }
  },

  updateEmbeddedObjectBorder: ({ book }, { objectId, border, fields }) => {
    demandFields(readMask(fields), ['colorStyle'])
    const found = objectWithId(book, objectId, ['charts', 'slicers'], 'embedded object')
    const color = readColorStyle(book, foldedObject(border).colorStyle as v4.Schema$ColorStyle | undefined)
    replace(found, { ...found.object, border: color?.hex })
    touch(book)
    return undefined
  },

  deleteEmbeddedObject: ({ book }, { objectId }) => {
    const { sheet, kind, object } = objectWithId(book, objectId, ['charts', 'slicers'], 'embedded object')
    sheet[kind] = sheet[kind].filter((one) => one !== object)
    if (sheet.objectSheet) removeSheet(book, sheet)
    touch(book)
    return undefined
  },
}

/** Puts an object where it now stands and tells the position; a sheet that held it alone goes. */
function moved(book: Workbook, found: Found, sheet: Sheet, overlay: Overlay | null): JsonObject {
  const { kind, object } = found
  const changed = { ...object, overlay }
  if (sheet === found.sheet) replace(found, changed)
  else {
    found.sheet[kind] = found.sheet[kind].filter((one) => one !== object)
    sheet[kind] = [...sheet[kind], changed]
    if (found.sheet.objectSheet) removeSheet(book, found.sheet)
  }
  touch(book)
  return objectPosition(sheet, changed)
}
