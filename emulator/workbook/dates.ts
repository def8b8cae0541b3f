// Dates between instants and the serial numbers of a sheet, in the spreadsheet's own time zone.
const dayMs = 86_400_000
const epochMs = Date.UTC(1899, 11, 30)
const formatters = new Map<string, Intl.DateTimeFormat>()

function offsetMs(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, formatter)
  }
  const part: Record<string, string> = {}
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = value
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year)
  const wall = Date.UTC(
    year,
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  )
  return wall - Math.floor(instant / 1000) * 1000
}

/** Milliseconds since 1970 of the moment a serial number means in a time zone. */
export function serialToInstant(serial: number, timeZone: string): number {
  const wall = epochMs + Math.round(serial * dayMs)
  const guess = wall - offsetMs(wall, timeZone)
  return wall - offsetMs(guess, timeZone)
}

/** The serial number a clock on the wall of a time zone shows at that moment. */
export function instantToSerial(instant: number, timeZone: string): number {
  return (instant + offsetMs(instant, timeZone) - epochMs) / dayMs
}
