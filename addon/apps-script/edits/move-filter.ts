// The filter of a sheet: its place and criteria, taken to another place and put back.
import * as z from 'zod'
import type { Block } from '../../../shared/plan/a1.ts'
import { PlanBlock } from '../../../shared/plan/plan-edit.ts'
import { blockRange, rangeBlock, type Sheet, sameBlock } from '../sheets.ts'

type Filter = GoogleAppsScript.Spreadsheet.Filter
type FilterCriteria = GoogleAppsScript.Spreadsheet.FilterCriteria

/** A colour in hex, or by its name in the theme. */
const KeptColor = z
  .object({ rgb: z.string() })
  .or(z.object({ theme: z.string() }))
  .nullable()
type KeptColor = z.infer<typeof KeptColor>

/** Criteria as plain data. Dates among the values are kept as their milliseconds; with a colour only cells in it are seen. */
const Criteria = z.object({
  type: z.string().nullable(),
  values: z.array(z.unknown()),
  hidden: z.array(z.string()),
  background: KeptColor.default(null),
  color: KeptColor.default(null),
})
export const KeptFilter = z.object({ block: PlanBlock, criteria: z.array(z.object({ column: z.int(), is: Criteria })) })
export type KeptFilter = z.infer<typeof KeptFilter>

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'

function columnsOf({ column, columns }: Block): number[] {
  return Array.from({ length: columns }, (_, at) => column + at)
}

function criteriaOf(filter: Filter, block: Block): { column: number; criteria: FilterCriteria }[] {
  return columnsOf(block).flatMap((column) => {
    const criteria = filter.getColumnFilterCriteria(column)
    return criteria ? [{ column, criteria }] : []
  })
}

function keepColor(color: GoogleAppsScript.Spreadsheet.Color | null): KeptColor {
  if (!color) return null
  const isTheme = String(color.getColorType()) === 'THEME'
  return isTheme
    ? { theme: String(color.asThemeColor().getThemeColorType()) }
    : { rgb: color.asRgbColor().asHexString() }
}

function rebuildColor(kept: NonNullable<KeptColor>): GoogleAppsScript.Spreadsheet.Color {
  const builder = SpreadsheetApp.newColor()
  if ('rgb' in kept) return builder.setRgbColor(kept.rgb).build()
  const type = Object.entries(SpreadsheetApp.ThemeColorType).find(([name]) => name === kept.theme)?.[1]
  return builder.setThemeColor(type as GoogleAppsScript.Spreadsheet.ThemeColorType).build()
}

function keep(criteria: FilterCriteria): z.infer<typeof Criteria> {
  const type = criteria.getCriteriaType()
  const values = type ? criteria.getCriteriaValues() : []
  return {
    type: type ? String(type) : null,
    values: values.map((value: unknown) => (isDate(value) ? { date: value.getTime() } : value)),
    hidden: criteria.getHiddenValues() ?? [],
    background: keepColor(criteria.getVisibleBackgroundColor()),
    color: keepColor(criteria.getVisibleForegroundColor()),
  }
}

function rebuild({ type, values, hidden, background, color }: z.infer<typeof Criteria>): FilterCriteria {
  const builder = SpreadsheetApp.newFilterCriteria()
  if (hidden.length > 0) builder.setHiddenValues(hidden)
  if (background) builder.setVisibleBackgroundColor(rebuildColor(background))
  if (color) builder.setVisibleForegroundColor(rebuildColor(color))
  const known = Object.entries(SpreadsheetApp.BooleanCriteria).find(([name]) => name === type)?.[1]
  if (known) {
    const given = values.map((value) => {
      const date = z.object({ date: z.number() }).safeParse(value)
      return date.success ? new Date(date.data.date) : value
    })
    builder.withCriteria(known as GoogleAppsScript.Spreadsheet.BooleanCriteria, given)
  }
  return builder.build()
}

/** The sheet's filter as plain data, or null. */
export function readFilter(sheet: Sheet): KeptFilter | null {
  const filter = sheet.getFilter()
  if (!filter) return null
  const block = rangeBlock(filter.getRange())
  return { block, criteria: criteriaOf(filter, block).map(({ column, criteria }) => ({ column, is: keep(criteria) })) }
}

/** Moves the filter to a block, or makes one there; criteria of columns in it stay. */
export function placeFilter(sheet: Sheet, block: Block, blank: boolean): void {
  const filter = blank ? null : sheet.getFilter()
  const before = filter ? rangeBlock(filter.getRange()) : null
  if (before && sameBlock(before, block)) return
  const criteria = filter && before ? criteriaOf(filter, before) : []
  filter?.remove()
  const made = blockRange(sheet, block).createFilter()
  for (const each of criteria)
    if (columnsOf(block).includes(each.column)) made.setColumnFilterCriteria(each.column, each.criteria.copy().build())
}

/** Puts the filter back as it was kept; null takes the present one away. */
export function restoreFilter(sheet: Sheet, kept: KeptFilter | null): void {
  const now = readFilter(sheet)
  if (JSON.stringify(now) === JSON.stringify(kept)) return
  sheet.getFilter()?.remove()
  if (!kept) return
  const made = blockRange(sheet, kept.block).createFilter()
  for (const { column, is } of kept.criteria) made.setColumnFilterCriteria(column, rebuild(is))
}

/** Does the work with all rows that the filter hides shown, which a copy would leave out, and then hides them again. */
export function withRowsShown(sheet: Sheet, work: () => void): void {
  const filter = sheet.getFilter()
  const criteria = filter ? criteriaOf(filter, rangeBlock(filter.getRange())) : []
  for (const { column } of criteria) filter?.removeColumnFilterCriteria(column)
  try {
    work()
  } finally {
    for (const { column, criteria: kept } of criteria) filter?.setColumnFilterCriteria(column, kept.copy().build())
  }
}
