// Dates by the letters of Java's SimpleDateFormat, as Utilities.formatDate and parseDate read them.
import { dateFromSerial } from 'numfmt'
import { instantToSerial, serialToInstant } from '../../workbook/dates.ts'

const token = /'((?:[^']|'')*)'|([A-Za-z])\2*/g
const pad = (value: number, length: number) => String(value).padStart(length, '0')
const shortZones: Record<string, string> = {
  PST: 'America/Los_Angeles',
  MST: 'America/Denver',
  CST: 'America/Chicago',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  BST: 'Asia/Dhaka',
  AST: 'America/Anchorage',
}

/** A zone by any name Java knows; what is none of them is GMT, as there. */
export function zoneOf(name: string): string {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name)
  const zone = offset ? `${offset[1]}${pad(Number(offset[2]), 2)}:${offset[3] ?? '00'}` : (shortZones[name] ?? name)
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return 'UTC'
  }
}

function weekOfYear(year: number, month: number, day: number): { week: number; year: number } {
  const at = Date.UTC(year, month - 1, day)
  const firstSunday = (one: number) => Date.UTC(one, 0, 1) - new Date(Date.UTC(one, 0, 1)).getUTCDay() * 86_400_000
  const own = at >= firstSunday(year + 1) ? year + 1 : year
  return { week: Math.floor((at - firstSunday(own)) / 604_800_000) + 1, year: own }
}

/** Formats a moment in a zone. Throws for a letter that the format does not know. */
export function formatDate(instant: number, zoneName: string, pattern: string): string {
  const timeZone = zoneOf(zoneName)
  const ms = ((instant % 1000) + 1000) % 1000
  const serial = instantToSerial(instant - ms, timeZone)
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = dateFromSerial(serial)
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(instant)
  const offset = Math.round((serial - instantToSerial(instant - ms, 'UTC')) * 1440)
  const zone = (colon: string) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${colon}${pad(Math.abs(offset) % 60, 2)}`
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  const write = (letter: string, length: number): string => {
    switch (letter) {
      case 'G':
        return 'AD'
      case 'y':
        return length === 2 ? pad(year % 100, 2) : pad(year, length)
      case 'Y': {
        const own = weekOfYear(year, month, day).year
        return length === 2 ? pad(own % 100, 2) : pad(own, length)
      }
      case 'M':
      case 'L':
        return length > 3 ? named({ month: 'long' }) : length === 3 ? named({ month: 'short' }) : pad(month, length)
      case 'w':
        return pad(weekOfYear(year, month, day).week, length)
      case 'W':
        return pad(Math.floor((day + new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - 1) / 7) + 1, length)
      case 'D':
        return pad(Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000), length)
      case 'd':
        return pad(day, length)
      case 'F':
        return pad(Math.ceil(day / 7), length)
      case 'E':
        return named({ weekday: length > 3 ? 'long' : 'short' })
      case 'u':
        return pad(weekday || 7, length)
      case 'a':
        return hour < 12 ? 'AM' : 'PM'
      case 'H':
        return pad(hour, length)
      case 'k':
        return pad(hour || 24, length)
      case 'K':
        return pad(hour % 12, length)
      case 'h':
        return pad(hour % 12 || 12, length)
      case 'm':
        return pad(minute, length)
      case 's':
        return pad(Math.floor(second), length)
      case 'S':
        return pad(ms, length)
      case 'Z':
        return zone('')
      case 'X':
        return offset === 0 ? 'Z' : length === 1 ? zone('').slice(0, 3) : zone(length === 2 ? '' : ':')
      case 'z':
        return zoneName.startsWith('GMT') || timeZone.startsWith('+') || timeZone.startsWith('-')
          ? offset === 0
            ? 'GMT'
            : `GMT${zone(':')}`
          : named({ timeZoneName: length > 3 ? 'long' : 'short', hour: 'numeric' }).replace(/^.*?[AP]M\s/, '')
      default:
        throw new Error(`Illegal pattern character '${letter}'`)
    }
  }
  return pattern.replaceAll(token, (text: string, quoted: string | undefined, letter: string) => {
    if (quoted === undefined) return write(letter, text.length)
    return quoted === '' ? "'" : quoted.replaceAll("''", "'")
  })
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The moment that text in a zone stands for under a pattern; null when it does not fit. */
export function parseDate(text: string, zoneName: string, pattern: string): number | null {
  const letters: string[] = []
  const literal = (plain: string) => plain.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  let source = ''
  let last = 0
  for (const match of pattern.matchAll(token)) {
    source += literal(pattern.slice(last, match.index))
    last = match.index + match[0].length
    if (match[1] !== undefined) source += literal(match[1] === '' ? "'" : match[1].replaceAll("''", "'"))
    else {
      letters.push(match[2]!)
      const word = match[2] === 'E' || match[2] === 'a' || ('ML'.includes(match[2]!) && match[0].length > 2)
      const next = pattern[last]
      const digits = next && /[A-Za-z]/.test(next) ? `\\d{${match[0].length}}` : '\\d+'
      source += word ? '(\\p{L}+\\.?)' : 'zZX'.includes(match[2]!) ? '([+-]\\d{2}:?\\d{2}|\\w+)' : `(${digits})`
    }
  }
  const found = new RegExp(`^${source}${literal(pattern.slice(last))}`, 'u').exec(text)
  if (!found) return null
  const at = (wanted: string) => found[letters.findIndex((letter) => wanted.includes(letter)) + 1]
  const read = (wanted: string, fallback: number) =>
    letters.some((letter) => wanted.includes(letter)) ? Number(at(wanted)) : fallback
  const monthText = letters.some((letter) => 'ML'.includes(letter)) ? at('ML')! : '1'
  const month = /^\d/.test(monthText) ? Number(monthText) : months.indexOf(monthText.slice(0, 3).toLowerCase()) + 1
  const year = read('yY', 1970)
  const half = letters.includes('a') ? (/^p/i.test(at('a')!) ? 12 : 0) : 0
  const hour = letters.includes('h') || letters.includes('K') ? (read('hK', 0) % 12) + half : read('Hk', 0)
  const full = year < 100 && /(^|[^y])yy([^y]|$)/.test(pattern) ? year + (year < 50 ? 2000 : 1900) : year
  const wall = Date.UTC(full, month - 1, read('d', 1), hour, read('m', 0), read('s', 0), read('S', 0))
  const zoneText = letters.some((letter) => 'zZX'.includes(letter)) ? at('zZX')! : zoneName
  return serialToInstant((wall - Date.UTC(1899, 11, 30)) / 86_400_000, zoneOf(zoneText === 'Z' ? 'UTC' : zoneText))
}
