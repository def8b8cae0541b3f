// Requests about alternating colours.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { overlaps } from '../../workbook/cells.ts'
import { touch } from '../../workbook/changes.ts'
import type { BandColors, Banding, BandThemes, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { foldedObject, readColorStyle, twinColors } from '../cell-data/color.ts'
import { applyMask, demandFields, fieldOf, type Mask, readMask } from '../cell-data/field-mask.ts'
import { readGridRange } from '../cell-data/grid-range.ts'
import { bandedRange } from '../cell-data/sheet-rules.ts'
import { freshId } from './fresh-id.ts'
import type { Handlers } from './request.ts'

const parts: [keyof BandColors, string][] = [
  ['header', 'headerColorStyle'],
  ['first', 'firstBandColorStyle'],
  ['second', 'secondBandColorStyle'],
  ['footer', 'footerColorStyle'],
]

type Read = { colors: BandColors; themes: BandThemes } | null

function readColors(book: Workbook, properties: unknown): Read {
  if (properties === undefined || properties === null) return null
  const folded = foldedObject(properties)
  const colors: BandColors = { header: null, first: null, second: null, footer: null }
  const themes: BandThemes = {}
  for (const [part, name] of parts) {
    const color = readColorStyle(book, folded[name] as v4.Schema$ColorStyle | undefined)
    if (!color) continue
    colors[part] = color.hex
    if (color.theme) themes[part] = color.theme
  }
  if (!colors.first || !colors.second)
    throw badRequest('BandingProperties.firstBandColor and BandingProperties.secondBandColor must be set.')
  return { colors, themes }
}

function coloured(book: Workbook, rows: unknown, columns: unknown): Pick<Banding, 'rows' | 'columns' | 'themes'> {
  const [down, across] = [readColors(book, rows), readColors(book, columns)]
  if (!down && !across)
    throw badRequest('At least one of BandedRange.rowProperties or BandedRange.columnProperties must be specified.')
  return {
    rows: down?.colors ?? null,
    columns: across?.colors ?? null,
    ...(Object.keys({ ...down?.themes, ...across?.themes }).length > 0
      ? { themes: { rows: down?.themes, columns: across?.themes } }
      : {}),
  }
}

function demandFree(sheet: Sheet, box: Banding['box'], own?: Banding): void {
  const taken = [...sheet.bandings.filter((one) => one !== own), ...sheet.tables]
  if (taken.some((one) => overlaps(one.box, box)))
    throw badRequest(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    )
}

function bandingWithId(book: Workbook, id: number | null | undefined): { sheet: Sheet; banding: Banding } {
  for (const sheet of book.sheets) {
    const banding = sheet.bandings.find((one) => one.id === id)
    if (banding) return { sheet, banding }
  }
  throw badRequest(`No banded range with id: ${id ?? 0}`)
}

function updated(book: Workbook, sheet: Sheet, banding: Banding, asked: v4.Schema$BandedRange, mask: Mask): Banding {
  const now = bandedRange(book, sheet, banding)
  const masked = mask === true ? true : new Map([...mask].filter(([name]) => name.endsWith('Properties')))
  const merged = applyMask(now, foldedObject(asked), masked)
  const { themes: _themes, ...kept } = banding
  const changed: Banding = { ...kept, ...coloured(book, merged.rowProperties, merged.columnProperties) }
  if (!fieldOf(mask, 'range') || (mask === true && !asked.range)) return changed
  const place = readGridRange(book, asked.range)
  if (place.sheet !== sheet) throw badRequest('A banded range cannot be moved to another sheet.')
  demandFree(sheet, place.box, banding)
  return { ...changed, box: place.box }
}

export const bandingRequests: Handlers = {
  addBanding: ({ book }, { bandedRange: asked = {} }) => {
    const { sheet, box } = readGridRange(book, asked.range)
    const colors = coloured(book, asked.rowProperties, asked.columnProperties)
    demandFree(sheet, box)
    const ids = book.sheets.flatMap(({ bandings }) => bandings.map(({ id }) => id))
    const banding: Banding = { id: freshId(asked.bandedRangeId, ids, 'banded range'), box, ...colors }
    sheet.bandings = [...sheet.bandings, banding]
    touch(book)
    return { bandedRange: twinColors(book, bandedRange(book, sheet, banding)) }
  },

  updateBanding: ({ book }, { bandedRange: asked = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, ['bandedRangeId', 'range', 'rowProperties', 'columnProperties'])
    const { sheet, banding } = bandingWithId(book, asked.bandedRangeId)
    const changed = updated(book, sheet, banding, asked, mask)
    sheet.bandings = sheet.bandings.map((one) => (one === banding ? changed : one))
    touch(book)
    return undefined
  },

  deleteBanding: ({ book }, { bandedRangeId }) => {
    const { sheet, banding } = bandingWithId(book, bandedRangeId)
    sheet.bandings = sheet.bandings.filter((one) => one !== banding)
    touch(book)
    return undefined
  },
}
