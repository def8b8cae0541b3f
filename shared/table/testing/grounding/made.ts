// Texts made from the sentences of each language: many wordings, orders and layouts, the same for the same seed.
import type { Column } from '../../table.ts'
import { type Random, seeded } from '../random.ts'
import { drawFormat } from './draw.ts'
import { type Genre, genres } from './genres.ts'
import { type GroundingCase, marked } from './grounding.ts'
import type { Tongue } from './tongue.ts'
import { tonguesEast } from './tongues-east.ts'
import { english } from './tongues-english.ts'
import { tonguesNorth } from './tongues-north.ts'
import { tonguesSouth } from './tongues-south.ts'
import { tonguesWest } from './tongues-west.ts'

export const tongues: Tongue[] = [...english, ...tonguesWest, ...tonguesSouth, ...tonguesNorth, ...tonguesEast]

type Layout = 'lines' | 'bullets' | 'numbers' | 'prose' | 'pairs' | 'paragraphs'
const layouts: Layout[] = ['lines', 'bullets', 'numbers', 'prose', 'pairs', 'paragraphs']

function lay(records: string[], layout: Layout, tongue: Tongue, random: Random): string {
  const gap = /[。]/.test(tongue.stop) ? '' : ' '
  const bullet = random.pick(['- ', '• ', '* ', '📌 ', '– '])
  switch (layout) {
    case 'lines':
      return records.join('\n')
    case 'bullets':
      return records.map((record) => bullet + record).join('\n')
    case 'numbers':
      return records.map((record, index) => `${index + 1}. ${record}`).join('\n')
    case 'prose':
      return records.map((record) => record + tongue.stop).join(gap)
    case 'paragraphs':
      return records.map((record) => record + tongue.stop).join('\n\n')
    case 'pairs': {
      const pairs: string[] = []
      for (let i = 0; i < records.length; i += 2) pairs.push(records.slice(i, i + 2).join(tongue.and) + tongue.stop)
      return pairs.join(gap)
    }
  }
}

const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** One text of a genre in a language. */
export function makeText(genre: Genre, tongue: Tongue, random: Random): GroundingCase {
  const fields = Object.entries(genres[genre])
  const formats = fields.map(([, draw]) => drawFormat(draw, random, tongue))
  const columns: Column[] = fields.map(([name], index) => {
    const { type, currency } = formats[index]!
    return { key: name, name, type, ...(currency ? { currency } : {}) }
  })
  const wordings = tongue.genres[genre]!
  const usual = random.pick(wordings)
  const mixed = random.chance(0.5)
  const full = ['zh', 'ja'].includes(tongue.language) && random.chance(0.3)
  const many = random.chance(0.08) ? 25 : 6
  const records = Array.from({ length: 2 + random.int(many) }, (_, row) =>
    (mixed ? random.pick(wordings) : usual).replace(/\{(\w+)\}/g, (_match, name) => {
      const index = fields.findIndex(([field]) => field === name)
      if (index < 0) throw new Error(`${genre} has no ${name} (${tongue.language})`)
      const { said, value } = formats[index]!.say()
      const plain = ['email', 'url', 'text'].includes(formats[index]!.type)
      return `⟦${row + 1}${'abcdefgh'[index]} ${full && !plain ? wide(said) : said}→${value}⟧`
    }),
  )
  // Now and then somebody says something between two records, and now and then there are many of them.
  if (random.chance(0.3)) {
    const at = 1 + random.int(records.length - 1)
    records[at] = `${random.pick(tongue.outros)}${random.chance(0.5) ? '\n' : ' '}${records[at]}`
  }
  const parts = [
    random.chance(0.6) ? `${random.pick(tongue.intros)}\n` : '',
    lay(records, random.pick(layouts), tongue, random),
    random.chance(0.6) ? `\n${random.pick(tongue.outros)}` : '',
  ]
  // Letters with their marks apart look the same and are other code units; the values keep them in one.
  const notation = parts.join('')
  const apart = random.chance(0.15)
  const text = apart ? notation.replace(/[^⟦⟧→]+(?=→|⟦|$)/g, (piece) => piece.normalize('NFD')) : notation
  return marked(genre, tongue.language, columns, text)
}

/** Texts of every genre in every language that has it, `each` of them. */
export function makeTexts(seed: number, each: number): GroundingCase[] {
  return tongues.flatMap((tongue, place) =>
    (Object.keys(tongue.genres) as Genre[]).flatMap((genre, index) => {
      const random = seeded(seed * 7919 + place * 1000 + index)
      return Array.from({ length: each }, () => makeText(genre, tongue, random))
    }),
  )
}
