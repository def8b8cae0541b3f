// Utilities: identifiers, encodings, digests, dates and sleeping.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { dateFromSerial } from 'numfmt'
import { instantToSerial } from '../../workbook/dates.ts'
import { isDate, number, SignatureMismatch, string } from '../arguments.ts'
import { Charset, DigestAlgorithm, enumName } from '../enums.ts'
import { sleep } from '../execution.ts'
import { type Args, defineKind, type Methods, make } from '../service.ts'

type BlobState = { bytes: Buffer; name: string; type: string }

const UtilitiesKind = defineKind<null>('Utilities')
const BlobKind = defineKind<BlobState>('Utilities.Blob')

/** Apps Script bytes are signed. */
const signed = (buffer: Buffer) => Array.from(buffer, (byte) => (byte > 127 ? byte - 256 : byte))

function bytesOf(args: Args, index: number): Buffer {
  const value = args[index]
  if (Array.isArray(value)) return Buffer.from(value.map((byte) => number([byte], 0) & 255))
  return Buffer.from(string(args, index), 'utf8')
}

const algorithm = (args: Args) => enumName(args, 0, DigestAlgorithm).replace('SHA_', 'sha').toLowerCase()
const pad = (value: number, length: number) => String(value).padStart(length, '0')

/** Formats with the letters of Java's SimpleDateFormat, as Google does. */
function formatDate(instant: number, timeZone: string, pattern: string): string {
  const serial = instantToSerial(instant, timeZone)
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = dateFromSerial(serial)
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(instant)
  const offset = Math.round((serial - instantToSerial(instant, 'UTC')) * 1440)
  const zone = (colon: string) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${colon}${pad(Math.abs(offset) % 60, 2)}`
  return pattern.replaceAll(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (text: string, quoted: string | undefined, letter: string) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'")
      const { length } = text
      switch (letter) {
        case 'y':
          return length === 2 ? pad(year % 100, 2) : pad(year, length)
        case 'M':
          return length > 3 ? named({ month: 'long' }) : length === 3 ? named({ month: 'short' }) : pad(month, length)
        case 'd':
          return pad(day, length)
        case 'H':
          return pad(hour, length)
        case 'h':
          return pad(hour % 12 || 12, length)
        case 'm':
          return pad(minute, length)
        case 's':
          return pad(Math.floor(second), length)
        case 'S':
          return pad(new Date(instant).getUTCMilliseconds(), length)
        case 'a':
          return hour < 12 ? 'AM' : 'PM'
        case 'E':
          return named({ weekday: length > 3 ? 'long' : 'short' })
        case 'Z':
          return zone('')
        case 'X':
          return offset === 0 ? 'Z' : zone(':')
        case 'z':
          return named({ timeZoneName: 'short' }).split(' ').at(-1) ?? timeZone
        default:
          throw new Error(`Utilities.formatDate: the pattern letter ${letter} is not emulated`)
      }
    },
  )
}

Object.assign(UtilitiesKind.methods, {
  getUuid: () => randomUUID(),
  sleep: (_self, args) => {
    const ms = number(args, 0)
    if (ms > 300_000) throw new Error(`Invalid sleep duration: ${ms}`)
    sleep(ms)
  },
  base64Encode: (_self, args) => bytesOf(args, 0).toString('base64'),
  base64EncodeWebSafe: (_self, args) => bytesOf(args, 0).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  base64Decode: (_self, args) => signed(Buffer.from(string(args, 0), 'base64')),
  base64DecodeWebSafe: (_self, args) => signed(Buffer.from(string(args, 0), 'base64url')),
  computeDigest: (_self, args) => signed(createHash(algorithm(args)).update(bytesOf(args, 1)).digest()),
  computeHmacSha256Signature: (_self, args) =>
    signed(createHmac('sha256', bytesOf(args, 1)).update(bytesOf(args, 0)).digest()),
  formatDate: (_self, args) => {
    const date = args[0]
    if (!isDate(date)) throw new SignatureMismatch()
    return formatDate(date.getTime(), string(args, 1), string(args, 2))
  },
  jsonParse: (_self, args) => JSON.parse(string(args, 0)),
  jsonStringify: (_self, args) => JSON.stringify(args[0]),
  newBlob: (_self, args) =>
    make(BlobKind, {
      bytes: bytesOf(args, 0),
      type: args.length > 1 ? string(args, 1) : 'text/plain',
      name: args.length > 2 ? string(args, 2) : '',
    }),
} satisfies Methods<null>)

Object.assign(BlobKind.methods, {
  getBytes: (self) => signed(self.bytes),
  getDataAsString: (self) => self.bytes.toString('utf8'),
  getContentType: (self) => self.type,
  getName: (self) => self.name,
} satisfies Methods<BlobState>)

Object.assign(UtilitiesKind.constants, { DigestAlgorithm: DigestAlgorithm.holder, Charset: Charset.holder })

export const utilities = make(UtilitiesKind, null)
