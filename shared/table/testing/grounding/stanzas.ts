// Texts in which each record takes several lines without an empty line between: receipts, lists of offers, contacts.
import { type Random, seeded } from '../random.ts'
import { type GroundingCase, marked } from './grounding.ts'

/** `lines` are those of one record, `{a}` to `{f}` stand for its columns; `pools` says what may stand there. */
type Form = {
  genre: string
  language: string
  columns: string
  lines: string
  pools: string[]
  heads: string[]
  tails: string[]
}

/** `10..99` draws a whole number, `1.00..9.99` one with two places; words are parted by `|`. */
const forms: Form[] = [
  {
    genre: 'receipt',
    language: 'en',
    columns: 'item, qty:number, unit:number, sum:number',
    lines: '{a}\n{b} x {c}\n{d}',
    pools: [
      'Oat Biscuits|WHOLE MILK 1L|Ground Coffee|Dish Soap Lemon|PAPER TOWELS|Basil Pot',
      '1..9',
      '0.50..19.99',
      '1.00..99.99',
    ],
    heads: ['', 'CORNER MARKET\n14 Mill Lane\n', 'Till 3\n'],
    tails: ['', '\nTOTAL 81.20', '\nThank you for your visit'],
  },
  {
    genre: 'bill',
    language: 'fr',
    columns: 'plat, prix:currency EUR',
    lines: '{a}\n{b} €',
    pools: ['Soupe à l’oignon|Tarte aux poireaux|Crème brûlée|Salade niçoise|Gratin dauphinois', '4.00..29.90'],
    heads: ['', 'Chez Odette\n', 'Table 12\n'],
    tails: ['', '\nTotal 64,10 €', '\nMerci et à bientôt !'],
  },
  {
    genre: 'recipes',
    language: 'en',
    columns: 'dish, serves:number, minutes:number',
    lines: '{a}\nServes {b}, {c} minutes',
    pools: ['Lentil Pie|Smoked Trout Salad|Pumpkin Curry|Rye Pancakes|Beet Risotto', '2..8', '10..180'],
    heads: ['', 'Dinners this week:\n'],
    tails: ['', '\nAll of them freeze well.'],
  },
  {
    genre: 'career',
    language: 'en',
    columns: 'title, employer, city, from:number, to:number',
    lines: '{a}\n{b}, {c}\n{d} – {e}',
    pools: [
      'Site Manager|Junior Analyst|Head of Design|Test Engineer|Night Editor',
      'Harlow Bridges|Pine & Co|Northgate Press|Ostrava Motors|Blue Kettle',
      'Leeds|Turku|Porto|Graz|Cork',
      '1995..2008',
      '2009..2025',
    ],
    heads: ['', 'Experience\n'],
    tails: ['', '\nReferences on request'],
  },
  {
    genre: 'flats',
    language: 'de',
    columns: 'Straße, Zimmer:number, Fläche:number, Miete:currency EUR',
    lines: '{a}\n{b} Zimmer, {c} m²\n{d} € warm',
    pools: ['Lindenallee|Am Hafen|Goethestraße|Kirchweg|Rosengasse', '1..6', '28..140', '390..2400'],
    heads: ['', 'Freie Wohnungen ab Mai\n'],
    tails: ['', '\nBesichtigung nach Absprache'],
  },
  {
    genre: 'contacts',
    language: 'es',
    columns: 'nombre, correo:email, sala:number',
    lines: '{a}\n{b}\nSala {c}',
    pools: [
      'Lucía Ibarra|Mateo Fuentes|Noa Beltrán|Iván Soler|Carla Rius',
      'li@uno.example|mf@dos.example|nb@tres.example|is@cuatro.example|cr@cinco.example',
      '10..499',
    ],
    heads: ['', 'Equipo de guardia\n'],
    tails: ['', '\nLlamar antes de las 14'],
  },
  {
    genre: 'offers',
    language: 'zh',
    columns: '商品, 价格:number, 库存:number',
    lines: '{a}\n{b}元，库存{c}件',
    pools: ['竹制砧板|羊毛围巾|手冲咖啡壶|陶瓷花盆|帆布背包', '19..480', '3..950'],
    heads: ['', '本周特价\n'],
    tails: ['', '\n欢迎选购'],
  },
  {
    genre: 'ranking',
    language: 'pl',
    columns: 'miejsce:number, zawodnik, punkty:number',
    lines: '{a}\n{b}\n{c} pkt',
    pools: ['1..30', 'Jan Kruk|Ewa Lis|Adam Sowa|Zofia Żbik|Piotr Wrona', '31..400'],
    heads: [''],
    tails: ['', '\nGratulujemy wszystkim'],
  },
]

function drawer(pool: string, random: Random): () => string {
  const range = /^([\d.]+?)\.\.([\d.]+)$/.exec(pool)
  if (!range) {
    const words = random.shuffle(pool.split('|'))
    return () => words.pop() ?? random.pick(pool.split('|'))
  }
  const [, low = '', high = ''] = range
  const places = low.split('.')[1]?.length ?? 0
  const scale = 10 ** places
  return () => ((Number(low) * scale + random.int((Number(high) - Number(low)) * scale)) / scale).toFixed(places)
}

function makeStanzas(form: Form, random: Random): GroundingCase {
  const draws = form.pools.map((pool) => drawer(pool, random))
  const records = Array.from({ length: 2 + random.int(4) }, (_, row) =>
    form.lines.replace(/\{([a-f])\}/g, (_match, letter: string) => {
      const value = draws[letter.charCodeAt(0) - 97]!()
      const said = form.language === 'fr' || form.language === 'de' ? value.replace('.', ',') : value
      return `⟦${row + 1}${letter} ${said}→${value}⟧`
    }),
  )
  const text = random.pick(form.heads) + records.join('\n') + random.pick(form.tails)
  return marked(form.genre, form.language, form.columns, text)
}

/** So many texts of each form. */
export function stanzaTexts(seed: number, each: number): GroundingCase[] {
  return forms.flatMap((form, index) => {
    const random = seeded(seed * 32_452_843 + index)
    return Array.from({ length: each }, () => makeStanzas(form, random))
  })
}
