// Serial numbers of the sheet as dates of the script, by the clock of the spreadsheet.
import type { Sheet } from '../sheets.ts'
import { wallClock } from '../wall-clock.ts'

const dayMs = 86_400_000
/** Serial number 0 is 1899-12-30. */
const epoch = Date.UTC(1899, 11, 30)

/** Makes the reader of serial numbers for a time zone: the instant at which the spreadsheet's clock shows that time. */
export function serialDate(timeZone: string): (serial: number) => Date {
  const clock = wallClock(timeZone)
  const shownAt = (instant: number) => Date.parse(`${clock(new Date(instant))}Z`)
  return (serial) => {
    const wanted = epoch + Math.round(serial * dayMs)
    // Twice, because the offset there may differ from the one a day away.
    const near = wanted - (shownAt(wanted) - wanted)
    return new Date(near - (shownAt(near) - wanted))
  }
}

/** Asks for the spreadsheet's time zone when a date needs it, and only once. */
export function datesOf(sheet: Sheet): () => (serial: number) => Date {
  let date: ((serial: number) => Date) | null = null
  return () => {
    date ??= serialDate(sheet.getParent().getSpreadsheetTimeZone())
    return date
  }
}
