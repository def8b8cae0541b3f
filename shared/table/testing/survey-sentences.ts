// Delimited files with whole sentences in their columns, which are tables all the same.
import { quoteJoin, type SurveyCase, survey } from './gold.ts'

const many = (count: number, row: (i: number) => string[]): string[][] =>
  Array.from({ length: count }, (_, i) => row(i))
const plain = (kind: string, rows: string[][], delimiter: string): SurveyCase =>
  survey(kind, quoteJoin(rows, delimiter), { header: rows[0]!, rows: rows.slice(1) })
const bare = (kind: string, rows: string[][], delimiter: string): SurveyCase =>
  survey(kind, quoteJoin(rows, delimiter), { header: null, rows })

export const sentenceCases: SurveyCase[] = [
  plain(
    'sentences in the first and last column, tabs',
    [
      ['note', 'no', 'answer'],
      ...many(15, (i) => [
        `We have checked line ${i}, as you said. It is fine, more or less.`,
        String(i + 1),
        ['The rest comes on Monday.', 'See the other note, please:', 'Nobody knows, really.'][i % 3]!,
      ]),
    ],
    '\t',
  ),
  plain(
    'Russian sentences in the last column, sparse columns before it, tabs',
    [
      ['код', 'место', 'когда', 'скидка', 'страна', 'время', 'замечание'],
      ...many(28, (i) => [
        `K-00${2196 + i * 7}`,
        ['Кухня', 'Старая Гавань', 'Полка'][i % 3]!,
        `2023-05-0${1 + (i % 9)} 01:00:00`,
        '',
        i % 6 === 2 ? 'Стол, круглый' : '',
        `0${8 + (i % 2)}:05`,
        ['А это прошлый год, для сравнения:', 'Вторая часть короче.', 'Остальное пришлю в понедельник, не позже.'][
          i % 3
        ]!,
      ]),
    ],
    '\t',
  ),
  bare(
    'sentences, times and an empty column, tildes, no header',
    many(21, (i) => [
      ['como hablamos, la lista actual:', 'La segunda parte es más corta.', 'Además hay esto:'][i % 3]!,
      `${10 + (i % 9)}:00`,
      '',
      ['El resto lo mando el lunes o, como tarde, el martes.', 'Avísame si ves algo raro.'][i % 2]!,
    ]),
    '~',
  ),
]
