// What the maker of texts knows of one language: its words, its formats and its ways to state a record.
import type { Genre } from './genres.ts'

export type Words = Record<
  'person' | 'place' | 'venue' | 'food' | 'thing' | 'company' | 'job' | 'colour' | 'street' | 'title',
  string
>

/**
 * `words` separates by bars. In `dates`, D M Y stand for figures, DD and MM for two of them, N for the month's name. In
 * `money`, # is the amount; the code says the currency. `genres` holds, for each genre, ways to state one record.
 */
export type Tongue = {
  language: string
  decimal: string
  group: string
  /** Ten digits, where people write others than 0 to 9. */
  digits?: string
  months: string
  dates: string[]
  money: [string, string][]
  percent: string[]
  time: string[]
  words: Words
  stop: string
  and: string
  intros: string[]
  outros: string[]
  genres: Partial<Record<Genre, string[]>>
}
