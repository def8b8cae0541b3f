// Draws the value of one field and the words in which a language states it.
import type { ColumnType } from '../../table.ts'
import type { Random } from '../random.ts'
import type { Draw } from './genres.ts'
import type { Tongue, Words } from './tongue.ts'

/** A column's format, chosen once for a text as people do: always the same currency, mostly the same way of dates. */
export type Format = { type: ColumnType; currency?: string; say: () => { said: string; value: string } }

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** A number as the language writes it. */
export function sayNumber(value: number, decimals: number, tongue: Tongue, grouped: boolean): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.')
  // Hindi groups by two above the thousands.
  const places = tongue.language === 'hi' ? /\B(?=(\d{2})*\d{3}$)/g : /\B(?=(\d{3})+$)/g
  const head = grouped ? whole.replace(places, tongue.group) : whole
  const text = `${value < 0 ? '-' : ''}${head}${rest ? tongue.decimal + rest : ''}`
  return tongue.digits ? text.replace(/\d/g, (digit) => tongue.digits![Number(digit)]!) : text
}

const local = (text: string, tongue: Tongue): string =>
  tongue.digits ? text.replace(/\d/g, (digit) => tongue.digits![Number(digit)]!) : text

function drawDate(random: Random, tongue: Tongue): Format {
  const months = tongue.months.split('|')
  const pattern = random.pick(tongue.dates)
  const base = 1930 + random.int(96)
  const say = () => {
    const [year, month, day] = [base + random.int(3), 1 + random.int(12), 1 + random.int(28)]
    const parts: Record<string, string> = {
      DD: pad(day),
      D: String(day),
      MM: pad(month),
      M: String(month),
      N: months[month - 1]!,
      Y: String(year),
      th: ['th', 'st', 'nd', 'rd'][day % 100 > 10 && day % 100 < 14 ? 0 : day % 10] ?? 'th',
    }
    const said = pattern.replace(/DD|D|MM|M|N|Y|(?<=D)th/g, (token) => parts[token]!)
    return { said: local(said, tongue), value: `${year}-${pad(month)}-${pad(day)}` }
  }
  return { type: 'date', say }
}

function drawTime(random: Random, tongue: Tongue): Format {
  const pattern = random.pick(tongue.time)
  const say = () => {
    const [hour, minute] = [random.int(24), 5 * random.int(12)]
    const half = hour < 12 ? 'am' : 'pm'
    const said = pattern
      .replace('HH', pad(hour))
      .replace('H', /a$/.test(pattern) ? String(hour % 12 || 12) : String(hour))
      .replace('MM', pad(minute))
      .replace(/a$/, half)
    return { said: local(said, tongue), value: `${pad(hour)}:${pad(minute)}:00` }
  }
  return { type: 'time', say }
}

function drawMoney(random: Random, tongue: Tongue): Format {
  const [pattern, currency] = random.pick(tongue.money)
  const decimals = random.chance(0.6) && currency !== 'JPY' && currency !== 'KRW' && currency !== 'VND' ? 2 : 0
  const [top, grouped] = [random.pick([60, 900, 20_000, 3_000_000]), random.chance(0.7)]
  const say = () => {
    const value = decimals ? (2 * top + random.int(top * 100)) / 100 : 2 + random.int(top)
    return { said: pattern.replace('#', sayNumber(value, decimals, tongue, grouped)), value: value.toFixed(decimals) }
  }
  return { type: 'currency', currency, say }
}

const ascii = 'ana|b.moreau|c_holm|dkim|e-novak|f.rossi|g.tanaka|hopkins|ivan.p|j.doe'.split('|')
const hosts = 'example.org|mail.example.com|hill-school.example|kite.test'.split('|')

/** Words in the order drawn: no two records of a text share one. */
function drawWord(random: Random, words: string): Format {
  const left = random.shuffle(words.split('|'))
  const say = () => {
    const said = left.shift() ?? random.pick(words.split('|'))
    return { said, value: said }
  }
  return { type: 'text', say }
}

const verbatim = (type: ColumnType, make: () => string): Format => ({
  type,
  say: () => {
    const said = make()
    return { said, value: said }
  },
})

/** The format of one column. */
export function drawFormat(draw: Draw, random: Random, tongue: Tongue): Format {
  const number = (make: () => number, decimals = 0): Format => {
    const grouped = random.chance(0.6)
    return {
      type: 'number',
      say: () => {
        const value = make()
        return { said: sayNumber(value, decimals, tongue, grouped), value: String(value) }
      },
    }
  }
  const { int } = random
  switch (draw) {
    case 'date':
      return drawDate(random, tongue)
    case 'time':
      return drawTime(random, tongue)
    case 'money':
      return drawMoney(random, tongue)
    case 'percent': {
      const [pattern, decimals] = [random.pick(tongue.percent), random.int(2)]
      const say = () => {
        const value = (1 + int(99 * 10 ** decimals)) / 10 ** decimals
        return {
          said: pattern.replace('#', sayNumber(value, decimals, tongue, false)),
          value: String(Number((value / 100).toFixed(4))),
        }
      }
      return { type: 'percent', say }
    }
    case 'small':
      return number(() => 1 + int(40))
    case 'count':
      return number(() => 2 + int(900))
    case 'large':
      return number(() => 1000 + int(4_000_000))
    case 'decimal':
      return number(() => (11 + int(9000)) / 10, 1)
    case 'rating':
      return number(() => (10 + int(40)) / 10, 1)
    case 'signed':
      return number(() => int(60) - 25)
    case 'year':
      return {
        type: 'number',
        say: () => {
          const value = String(1890 + int(135))
          return { said: local(value, tongue), value }
        },
      }
    case 'code': {
      const head = random.pick(['INV-', 'A', '2024/', 'TX-9-', '0', 'No'])
      return verbatim('text', () => `${head}${pad(int(10_000), 4)}${pad(int(100))}`)
    }
    case 'phone': {
      const head = random.pick(['+49 30 ', '(020) ', '555-', '+1 212 '])
      return verbatim('text', () => `${head}${pad(int(1000), 3)} ${pad(int(10_000), 4)}`)
    }
    case 'email':
      return verbatim('email', () => `${random.pick(ascii)}${int(90)}@${random.pick(hosts)}`)
    case 'url':
      return verbatim('url', () => `https://www.${random.pick(hosts)}/${random.pick(ascii)}/${int(900)}`)
    default:
      return drawWord(random, tongue.words[draw satisfies keyof Words])
  }
}
