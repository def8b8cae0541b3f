// How the services write values as text: numbers as Java's doubles, objects and lists as Java's maps and lists.
import { isDate } from '../arguments.ts'
import { Handle, shortName } from '../service.ts'
import { formatDate } from './format-date.ts'

/** `1.0` for a whole number, as Java writes a double. */
export function javaNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const magnitude = Math.abs(value)
  if (magnitude !== 0 && (magnitude >= 1e7 || magnitude < 1e-3)) {
    const [digits = '', power = '0'] = value.toExponential().split('e')
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(power)}`
  }
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

/** Any value as Logger.log writes it; days and times are those of the zone. */
export function javaText(value: unknown, zone = 'UTC'): string {
  if (value === null) return 'null'
  if (value === undefined) return 'undefined'
  if (typeof value === 'number') return javaNumber(value)
  if (typeof value !== 'object') return String(value)
  if (isDate(value))
    return Number.isNaN(value.getTime())
      ? String(value)
      : formatDate(value.getTime(), zone, "EEE MMM dd HH:mm:ss 'GMT'XXX yyyy").replace('GMTZ', 'GMT+00:00')
  if (value instanceof Handle) {
    const own = Object.hasOwn(value.kind.methods, 'toString') ? value.kind.methods.toString : undefined
    return own ? String((own as (state: unknown) => unknown)(value.state)) : shortName(value.kind)
  }
  if (Array.isArray(value)) return `[${value.map((one) => javaText(one, zone)).join(', ')}]`
  if (Object.prototype.toString.call(value) === '[object Error]') return String(value)
  const entries = Object.entries(value).map(([key, one]) => `${key}=${javaText(one, zone)}`)
  return `{${entries.join(', ')}}`
}

/** sprintf as Utilities.formatString and Logger.log read it: `%s %d %i %f %.2f %05d %-8s %x %o %e %g %c %b %%`, `%2$s`. */
export function sprintf(template: string, values: readonly unknown[]): string {
  let next = 0
  return template.replaceAll(
    /%(?:(\d+)\$)?([-+ 0#,]*)(\d+)?(?:\.(\d+))?([sdifxXoeEgGcbu%])/g,
    (text, position, flags: string, width, precision, kind: string) => {
      if (kind === '%') return '%'
      const index = position ? Number(position) - 1 : next++
      if (index >= values.length) return text
      return padded(converted(values[index], kind, precision, flags), flags, Number(width ?? 0), kind)
    },
  )
}

function converted(value: unknown, kind: string, precision: string | undefined, flags: string): string {
  const digits = precision === undefined ? 6 : Number(precision)
  const number = Number(value)
  const signed = (text: string) =>
    flags.includes('+') && number >= 0 ? `+${text}` : flags.includes(' ') && number >= 0 ? ` ${text}` : text
  const grouped = (text: string) => (flags.includes(',') ? text.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',') : text)
  switch (kind) {
    case 'd':
    case 'i':
    case 'u':
      return signed(grouped(String(Math.trunc(number))))
    case 'f':
      return signed(grouped(number.toFixed(digits)))
    case 'e':
    case 'E': {
      const text = number.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2')
      return kind === 'E' ? text.toUpperCase() : text
    }
    case 'g':
    case 'G':
      return signed(String(Number(number.toPrecision(digits || 1))))
    case 'x':
      return Math.trunc(number).toString(16)
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase()
    case 'o':
      return Math.trunc(number).toString(8)
    case 'c':
      return typeof value === 'number' ? String.fromCharCode(value) : String(value).slice(0, 1)
    case 'b':
      return String(Boolean(value))
    default: {
      const text = javaText(value)
      return precision === undefined ? text : text.slice(0, digits)
    }
  }
}

function padded(text: string, flags: string, width: number, kind: string): string {
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0') || 'scb'.includes(kind)) return text.padStart(width)
  const sign = /^[+-]/.test(text) ? text[0]! : ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}
