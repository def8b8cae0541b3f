// Trips with amounts in two currencies, and a column made by a formula.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'expenses',
  language: 'en',
  turns: [
    {
      says: `Lisbon: hotel €480, flight $310. Porto: hotel €520, flight $295. Add a column with the hotel per night, it was 4 nights each.`,
      tables: [
        expected(`City*¦Hotel:currency EUR¦Flight:currency USD¦Per night:currency EUR
Lisbon¦480¦310¦120
Porto¦520¦295¦130`),
      ],
      answer: answer(
        '',
        write(
          'Trips',
          `City¦Hotel:currency EUR¦Flight:currency USD¦Hotel per night:currency EUR
Lisbon¦€480¦$310¦
Porto¦€520¦$295¦`,
          { formulas: { 'Hotel per night': '[Hotel] / 4' } },
        ),
      ),
    },
  ],
} satisfies Conversation
