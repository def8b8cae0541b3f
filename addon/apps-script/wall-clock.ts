// Dates of the sheet as ISO text, by the clock of the spreadsheet.

/** Makes the reader of dates for a time zone: `2026-03-12T14:30:00`, to the nearest second, without an offset. */
export function wallClock(timeZone: string): (date: Date) => string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (date) => {
    const rounded = Math.round(date.getTime() / 1000) * 1000
    const parts = Object.fromEntries(format.formatToParts(rounded).map(({ type, value }) => [type, value]))
    return `${String(parts.year).padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`
  }
}
