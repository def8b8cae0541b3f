// The shape of a phrasebook: what people write around their tables in one language, and what stands in the tables.

export type Phrasebook = {
  language: string
  greetings: string[]
  /** Sentences before a table; some end in a colon, some do not. */
  intros: string[]
  betweens: string[]
  outros: string[]
  signoffs: string[]
  titles: string[]
  bullets: string[]
  speakers: string[]
  /** In the notation of goldOf: first column names, last columns mostly numbers. */
  tables: string[]
}
