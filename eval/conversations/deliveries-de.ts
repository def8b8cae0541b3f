// Deliveries in German prose; the recorded answer misses one.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'deliveries',
  language: 'de',
  mistakes: 'the delivery of Thursday is missing',
  turns: [
    {
      says: `Lieferungen der Woche: Montag Huber 12 Paletten, Dienstag Vogelsang 7 Paletten, Donnerstag Krüger 9 Paletten, Freitag Kontor 7 mit 3 Paletten. Insgesamt vier Lieferungen.`,
      tables: [
        expected(`Tag*¦Firma¦Paletten:number
Montag¦Huber¦12
Dienstag¦Vogelsang¦7
Donnerstag¦Krüger¦9
Freitag¦Kontor 7¦3`),
      ],
      answer: answer(
        'Vier Lieferungen:',
        write(
          'Lieferungen',
          `Tag¦Firma¦Paletten:number
Montag¦Huber¦12
Dienstag¦Vogelsang¦7
Freitag¦Kontor 7¦3`,
          { announced: 4 },
        ),
      ),
    },
  ],
} satisfies Conversation
