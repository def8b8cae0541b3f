// Conditions on dates that are said from today: before tomorrow, within the past week.
import { instantToSerial } from './dates.ts'
import type { CellValue, Workbook } from './workbook.ts'

/** How many days a relative date reaches back (or on) from today. */
const days: Record<string, number> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
}

/** Whether a date meets `DATE_BEFORE_RELATIVE` and its like; null for a condition of another kind. */
export function meetsRelative(workbook: Workbook, type: string, date: string, value: CellValue): boolean | null {
  const by = days[date]
  if (!type.endsWith('_RELATIVE') || by === undefined) return null
  if (typeof value !== 'number') return false
  const today = Math.floor(instantToSerial(Date.now(), workbook.timeZone))
  const day = Math.floor(value)
  if (type.startsWith('DATE_BEFORE')) return day < today + by
  if (type.startsWith('DATE_AFTER')) return day > today + by
  const isWithin = date.startsWith('PAST_') ? day > today + by && day <= today : day === today + by
  return type.startsWith('DATE_NOT_EQUAL') ? !isWithin : isWithin
}
