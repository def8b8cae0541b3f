// Texts without a table, put together from hand-written phrases in fifteen languages by a seeded generator.
import type { Negative } from './negatives.ts'
import type { Phrasebook } from './phrases.ts'
import { easternPhrases } from './phrases-east.ts'
import { northernPhrases } from './phrases-north.ts'
import { westernPhrases } from './phrases-west.ts'
import { type Random, seeded } from './random.ts'

type Maker = (book: Phrasebook, random: Random) => string

const makers: Record<string, Maker> = {
  mail: (book, random) =>
    [
      random.pick(book.greetings),
      '',
      random.pick(book.outros),
      random.pick(book.betweens),
      '',
      random.pick(book.signoffs),
    ].join('\n'),
  'tight mail': (book, random) =>
    [random.pick(book.greetings), ...random.shuffle(book.outros).slice(0, 2), random.pick(book.signoffs)].join('\n'),
  chat: (book, random) => {
    const [a, b] = random.shuffle(book.speakers)
    return [
      `${a}: ${random.pick(book.greetings)}`,
      `${b}: ${random.pick(book.outros)}`,
      `${a}: ${random.pick(book.betweens)}`,
    ].join('\n')
  },
  'timed chat': (book, random) => {
    const minute = 10 + random.int(40)
    return random
      .shuffle([...book.outros, ...book.greetings])
      .slice(0, 4)
      .map((line, i) => `[09:${minute + i}] ${book.speakers[i % 3]}: ${line}`)
      .join('\n')
  },
  bullets: (book, random) =>
    [random.pick(book.titles), '', ...book.bullets.map((line) => line.replace('*', '-'))].join('\n'),
  numbered: (book, random) =>
    random
      .shuffle([...book.outros, ...book.betweens])
      .slice(0, 4)
      .map((line, i) => `${i + 1}. ${line}`)
      .join('\n'),
  quoted: (book, random) =>
    [...random.shuffle(book.outros).map((line) => `> ${line}`), random.pick(book.betweens)].join('\n'),
  minutes: (book, random) =>
    [`# ${random.pick(book.titles)}`, book.speakers.join(', '), '', ...book.bullets, '', random.pick(book.outros)].join(
      '\n',
    ),
  prose: (book, random) => random.shuffle([...book.outros, ...book.intros, ...book.betweens]).join(' '),
  lines: (book, random) => random.shuffle([...book.outros, ...book.intros]).join('\n'),
  emphasis: (book, random) =>
    random
      .shuffle(book.outros)
      .map((line) => `**${book.speakers[0]}** ${line}`)
      .join('\n\n'),
  link: (book, random) =>
    [
      random.pick(book.outros),
      '',
      ...book.speakers.map((name, i) => `[${i + 1}]: https://example.org/${i} "${name}"`),
    ].join('\n'),
}

/** The generated texts, the same on every run. */
export const madeNegatives: Negative[] = [...westernPhrases, ...northernPhrases, ...easternPhrases].flatMap(
  (book, at) => {
    const random = seeded(300 + at)
    return Object.entries(makers).map(([kind, make]) => ({
      kind: `${book.language} ${kind}`,
      text: make(book, random),
    }))
  },
)
