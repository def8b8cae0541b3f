// Texts in which every record is told in sentences of its own, one record after the other, as in written reports.
import type { ColumnType } from '../../table.ts'
import { type Random, seeded } from '../random.ts'
import { type Grammar, grammars } from './grammar.ts'
import { type GroundingCase, marked } from './grounding.ts'
import { tongues } from './made.ts'

const typeOf = (draw: string): ColumnType => (draw === 'date' ? 'date' : /^\d+\.\.\d+$/.test(draw) ? 'number' : 'text')

const pad = (value: number): string => String(value).padStart(2, '0')

/** A drawing that gives what is said and the value that it means; words do not come twice while others are left. */
function drawer(draw: string, language: string, random: Random, once: boolean): () => [string, string] {
  const range = /^(\d+)\.\.(\d+)$/.exec(draw)
  if (range) {
    const [low, high] = [Number(range[1]), Number(range[2])]
    return () => {
      const value = String(low + random.int(high - low + 1))
      return [value, value]
    }
  }
  if (draw === 'date') {
    const months = tongues.find((tongue) => tongue.language === language)!.months.split('|')
    const order = language === 'en' && random.chance(0.5)
    return () => {
      const [year, month, day] = [1850 + random.int(150), random.int(12), 1 + random.int(28)]
      const dotted = language === 'de' ? `${day}.` : String(day)
      const said = order ? `${months[month]} ${day}, ${year}` : `${dotted} ${months[month]} ${year}`
      return [said, `${year}-${pad(month + 1)}-${pad(day)}`]
    }
  }
  const words = random.shuffle(draw.split('|'))
  return () => {
    const word = (once ? words.pop() : undefined) ?? random.pick(draw.split('|'))
    return [word, word]
  }
}

/** The sentences of one record: each field is told once. */
function tell(grammar: Grammar, random: Random): string[] {
  const open = new Set(Object.keys(grammar.fields))
  const told: string[] = []
  const take = (pattern: string) => {
    told.push(pattern)
    for (const [, name] of pattern.matchAll(/\{(\w+)\}/g)) open.delete(name!)
  }
  take(random.pick(grammar.openings))
  for (const pattern of random.shuffle(grammar.sentences)) {
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    if (names.every((name) => open.has(name)) && random.chance(0.85)) take(pattern)
  }
  return told
}

function makeTold(grammar: Grammar, random: Random): GroundingCase {
  const names = Object.keys(grammar.fields)
  const draws = names.map((name, index) => drawer(grammar.fields[name]!, grammar.language, random, index === 0))
  const columns = names.map((name) => ({ key: name, name, type: typeOf(grammar.fields[name]!) }))
  const stop = grammar.stop ?? '.'
  const records = Array.from({ length: 2 + random.int(5) }, (_, row) =>
    tell(grammar, random).map((sentence) =>
      sentence.replace(/\{(\w+)\}/g, (_match, name) => {
        const at = names.indexOf(name)
        const [said, value] = draws[at]!()
        return `⟦${row + 1}${'abcdefghij'[at]} ${said}→${value}⟧`
      }),
    ),
  )
  const gap = stop === '。' ? '' : ' '
  const between = random.pick(['\n\n', '\n', gap, gap])
  const sentences = (parts: string[]) => parts.map((part) => part + stop).join(gap)
  // In one sentence where one record ends and the next begins, now and then.
  const link = grammar.language === 'en' && between === gap && random.chance(0.4)
  const joined = link
    ? records
        .map((parts, at) => (at % 2 === 1 ? `while ${sentences(parts)}` : sentences(parts)))
        .join(' ')
        .replaceAll('. while', ', while')
    : records.map(sentences).join(between)
  return marked(grammar.genre, grammar.language, columns, joined)
}

/** So many texts of each grammar. */
export function toldTexts(seed: number, each: number): GroundingCase[] {
  return grammars.flatMap((grammar, index) => {
    const random = seeded(seed * 104_729 + index)
    return Array.from({ length: each }, () => makeTold(grammar, random))
  })
}
