// Understands the number formats of workbooks: whether a number is money, a share, a moment, or a code with zeros.
import { parseCell } from '../../shared/table/infer.ts'

export type FormatMeaning =
  | { kind: 'number' | 'text' | 'percent' | 'date' | 'time' | 'datetime' | 'elapsed' }
  | { kind: 'money'; currency: string }
  /** Digits in a fixed picture such as `00000` or `000-00-0000`: an id, not an amount. */
  | { kind: 'code'; picture: string }

/** Windows' numbers of the places where a currency sign needs one. */
const places: Record<string, string> = {
  '409': 'en-US',
  '1009': 'en-CA',
  c09: 'en-AU',
  '1409': 'en-NZ',
  '1004': 'zh-SG',
  '80a': 'es-MX',
  '2c0a': 'es-AR',
  '340a': 'es-CL',
  '240a': 'es-CO',
  '411': 'ja-JP',
  '804': 'zh-CN',
  '41d': 'sv-SE',
  '414': 'nb-NO',
  '406': 'da-DK',
  '40f': 'is-IS',
}

const known = new Map<string, FormatMeaning>()

/** What a format code says of the number under it. */
export function meaningOf(format: string): FormatMeaning {
  let meaning = known.get(format)
  if (!meaning) {
    meaning = understand(format)
    // A hostile workbook may have a format for each cell.
    if (known.size < 5_000) known.set(format, meaning)
  }
  return meaning
}

function understand(format: string): FormatMeaning {
  if (format.length > 300) return { kind: 'number' }
  // Sections for negative numbers, zero and text repeat the first.
  const section = format.match(/^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/)?.[0] ?? format
  if (section.trim() === '@') return { kind: 'text' }
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section)
  const bare = section.replace(/"[^"]*"|\\.|[_*]./g, ' ').replace(/\[[^\]]*\]/g, ' ')
  if (elapsed) return { kind: 'elapsed' }
  const moment = momentOf(bare)
  if (moment) return { kind: moment }
  if (bare.includes('%')) return { kind: 'percent' }
  const currency = currencyOf(section)
  if (currency) return { kind: 'money', currency }
  const picture = section.replace(/"([^"]*)"|\\(.)|\[[^\]]*\]/g, '$1$2')
  // A single zero with its decimals is a number; rows of zeros are places for digits.
  if (/^[0\-/ ()]+$/.test(picture) && /^\D*0{2}/.test(picture)) return { kind: 'code', picture }
  return { kind: 'number' }
}

function momentOf(bare: string): 'date' | 'time' | 'datetime' | null {
  const text = bare.replace(/general/i, ' ')
  if (/[#?]|0(?!\s*$)/.test(text.replace(/s+[.,]0+/gi, 's'))) return null
  const clock = /[hs]|am\/pm|a\/p/i.test(text)
  const day = /[ydge]/i.test(text.replace(/am\/pm|a\/p/gi, ' ')) || /m{3,}/i.test(text) || (/m/i.test(text) && !clock)
  if (day && clock) return 'datetime'
  return day ? 'date' : clock ? 'time' : null
}

function currencyOf(section: string): string | null {
  const tagged = section.match(/\[\$([^\]-]*)(?:-([0-9a-f]+))?[^\]]*\]/i)
  const sign = (tagged?.[1] ?? '').trim()
  const place = places[(tagged?.[2] ?? '').toLowerCase().replace(/^0+/, '')]
  const marks = sign !== '' ? [sign] : quotedMarks(section)
  for (const mark of marks) {
    const money = parseCell(`${mark} 1`, { type: 'currency', ...(place ? { locale: place } : {}) })
    if (money?.currency) return money.currency
  }
  return null
}

function quotedMarks(section: string): string[] {
  const quoted = [...section.matchAll(/"([^"]+)"/g)].map((match) => match[1]!.trim()).filter((text) => text.length <= 5)
  const bare = section.replace(/"[^"]*"|\[[^\]]*\]/g, '').match(/\p{Sc}/u)?.[0]
  return bare ? [...quoted, bare] : quoted
}

/** A number's digits in the places of a picture, from the right; null when it has more digits than places. */
export function inPicture(value: number, picture: string): string | null {
  const digits = String(value)
  const places = picture.match(/0/g)?.length ?? 0
  if (!/^\d+$/.test(digits) || digits.length > places) return null
  const padded = digits.padStart(places, '0')
  let at = 0
  return picture.replace(/0/g, () => padded[at++]!)
}
