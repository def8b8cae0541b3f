// Requests about the basic filter and filter views.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { touch } from '../../workbook/changes.ts'
import type { FilterView } from '../../workbook/sheet-objects.ts'
import { sortBox } from '../../workbook/sort.ts'
import type { Filter, FilterCriteria, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { foldedObject, readColorStyle, twinColors } from '../cell-data/color.ts'
import { readCondition } from '../cell-data/condition.ts'
import { demandFields, fieldOf, readMask } from '../cell-data/field-mask.ts'
import { gridWithId, type Place, readGridRange } from '../cell-data/grid-range.ts'
import { filterView } from '../cell-data/sheet-rules.ts'
import { freshId } from './fresh-id.ts'
import { demandSortable, readSortSpecs } from './order-requests.ts'
import type { Handlers } from './request.ts'
import { tableWithId } from './table-places.ts'

type Asked = v4.Schema$FilterView | v4.Schema$BasicFilter

function readCriteria(book: Workbook, sheet: Sheet, criteria: v4.Schema$FilterCriteria): FilterCriteria {
  const folded = foldedObject(criteria)
  const hex = (name: string) => readColorStyle(book, folded[name] as v4.Schema$ColorStyle | undefined)?.hex
  const [background, fontColor] = [hex('visibleBackgroundColorStyle'), hex('visibleForegroundColorStyle')]
  const { condition } = criteria
  const type = condition?.type && condition.type !== 'CONDITION_TYPE_UNSPECIFIED' ? condition : null
  return {
    hiddenValues: criteria.hiddenValues ?? [],
    ...(type ? readCondition(book, sheet, type, 'filter') : { type: null, args: [] }),
    ...(background ? { visibleBackground: background } : {}),
    ...(fontColor ? { visibleFontColor: fontColor } : {}),
  }
}

/** Criteria by column, from the map or the list; where both are given the list wins. */
function readAll(book: Workbook, { sheet, box }: Place, asked: Asked): Filter['criteria'] {
  const listed = (asked.filterSpecs ?? []).map(
    ({ columnIndex, filterCriteria }) => [columnIndex ?? 0, filterCriteria ?? {}] as const,
  )
  const mapped = Object.entries(asked.criteria ?? {}).map(([column, one]) => [Number(column), one] as const)
  return Object.fromEntries(
    (listed.length > 0 ? listed : mapped).map(([column, one]) => {
      if (column + 1 < box.column || column + 1 >= box.column + box.columns)
        throw badRequest(`Invalid filter column index: ${column}. It must be within the range of the filter.`)
      return [column + 1, readCriteria(book, sheet, one)]
    }),
  )
}

function placeOf(book: Workbook, asked: v4.Schema$FilterView): Place {
  if (asked.tableId) {
    const { sheet, table } = tableWithId(book, asked.tableId)
    return { sheet, box: table.box }
  }
  const named = asked.namedRangeId && book.namedRanges.find((one) => one.id === asked.namedRangeId)
  if (asked.namedRangeId && !named) throw badRequest(`Cannot find named range with id ${asked.namedRangeId}.`)
  if (named) return { sheet: gridWithId(book, named.sheetId), box: named.box }
  return readGridRange(book, asked.range)
}

function viewWithId(book: Workbook, id: number | null | undefined): { sheet: Sheet; view: FilterView } {
  for (const sheet of book.sheets) {
    const view = sheet.filterViews.find((one) => one.id === id)
    if (view) return { sheet, view }
  }
  throw badRequest(`No filter view with id: ${id ?? 0}`)
}

const viewIds = (book: Workbook) => book.sheets.flatMap(({ filterViews }) => filterViews.map(({ id }) => id))

/** `Filter 1`, `Filter 2` … until one is free. */
function freeTitle(book: Workbook): string {
  const titles = new Set(book.sheets.flatMap(({ filterViews }) => filterViews.map(({ title }) => title)))
  let number = 1
  while (titles.has(`Filter ${number}`)) number += 1
  return `Filter ${number}`
}

export const filterRequests: Handlers = {
  setBasicFilter: ({ book }, { filter: asked = {} }) => {
    const place = placeOf(book, asked)
    const { sheet, box } = place
    const sortSpecs = readSortSpecs(book, asked.sortSpecs)
    const { tableId } = asked as { tableId?: string }
    sheet.filter = {
      box,
      criteria: readAll(book, place, asked),
      ...(sortSpecs.length > 0 ? { sortSpecs } : {}),
      ...(tableId ? { tableId } : {}),
    }
    if (sortSpecs.length > 0 && box.rows > 1) {
      const body = { ...box, row: box.row + 1, rows: box.rows - 1 }
      demandSortable(sheet, body)
      sortBox(book, sheet, body, sortSpecs)
    }
    touch(book)
    return undefined
  },

  clearBasicFilter: ({ book }, { sheetId }) => {
    gridWithId(book, sheetId).filter = null
    touch(book)
    return undefined
  },

  addFilterView: ({ book }, { filter: asked = {} }) => {
    const place = placeOf(book, asked)
    const { tableId } = asked as { tableId?: string }
    const view: FilterView = {
      id: freshId(asked.filterViewId, viewIds(book), 'filter view'),
      title: asked.title || freeTitle(book),
      box: place.box,
      criteria: readAll(book, place, asked),
      sortSpecs: readSortSpecs(book, asked.sortSpecs),
      ...(asked.namedRangeId ? { namedRangeId: asked.namedRangeId } : {}),
      ...(tableId ? { tableId } : {}),
    }
    place.sheet.filterViews = [...place.sheet.filterViews, view]
    touch(book)
    return { filter: twinColors(book, filterView(book, place.sheet, view)) }
  },

  updateFilterView: ({ book }, { filter: asked = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, 'filterViewId title range namedRangeId tableId sortSpecs criteria filterSpecs'.split(' '))
    const { sheet, view } = viewWithId(book, asked.filterViewId)
    const changed = { ...view }
    if (fieldOf(mask, 'title')) changed.title = asked.title || freeTitle(book)
    const moves = mask === true ? asked.range || asked.namedRangeId : mask.has('range') || mask.has('namedRangeId')
    if (moves) {
      const place = placeOf(book, asked)
      if (place.sheet !== sheet) throw badRequest('A filter view cannot be moved to another sheet.')
      Object.assign(changed, { box: place.box, namedRangeId: asked.namedRangeId ?? undefined })
    }
    if (fieldOf(mask, 'sortSpecs')) changed.sortSpecs = readSortSpecs(book, asked.sortSpecs)
    if (fieldOf(mask, 'criteria') || fieldOf(mask, 'filterSpecs'))
      changed.criteria = readAll(book, { sheet, box: changed.box }, asked)
    sheet.filterViews = sheet.filterViews.map((one) => (one === view ? changed : one))
    touch(book)
    return undefined
  },

  deleteFilterView: ({ book }, { filterId }) => {
    const { sheet, view } = viewWithId(book, filterId)
    sheet.filterViews = sheet.filterViews.filter((one) => one !== view)
    touch(book)
    return undefined
  },

  duplicateFilterView: ({ book }, { filterId }) => {
    const { sheet, view } = viewWithId(book, filterId)
    const copy = {
      ...structuredClone(view),
      id: freshId(null, viewIds(book), 'filter view'),
      title: `Copy of ${view.title}`,
    }
    sheet.filterViews = [...sheet.filterViews, copy]
    touch(book)
    return { filter: twinColors(book, filterView(book, sheet, copy)) }
  },
}
