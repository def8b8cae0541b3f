// Train connections copied from a notice, in one line.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'timetable',
  language: 'de',
  turns: [
    {
      says: `ICE 612 ab 7.04 Uhr, an 11.21 Uhr, Gleis 4a, 59,90 € // RE 61 ab 7.40 Uhr, an 12.11 Uhr, Gleis 14, 29 € // ICE 690 ab 9.04 Uhr, an 13.19 Uhr, Gleis 4a, 79,90 €`,
      locale: 'de-DE',
      tables: [
        expected(`Zug*¦Ab:time¦An:time¦Gleis¦Preis:currency EUR
ICE 612¦07:04:00¦11:21:00¦4a¦59.9
RE 61¦07:40:00¦12:11:00¦14¦29
ICE 690¦09:04:00¦13:19:00¦4a¦79.9`),
      ],
      answer: answer(
        'Drei Verbindungen:',
        write(
          'Verbindungen',
          `Zug¦Ab:time¦An:time¦Gleis¦Preis:currency EUR
ICE 612¦7.04 Uhr¦11.21 Uhr¦4a¦59,90 €
RE 61¦7.40 Uhr¦12.11 Uhr¦14¦29 €
ICE 690¦9.04 Uhr¦13.19 Uhr¦4a¦79,90 €`,
        ),
      ),
    },
  ],
} satisfies Conversation
