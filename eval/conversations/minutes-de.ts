// German minutes with tasks, people and dates; one item is put off.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'meeting minutes',
  language: 'de',
  turns: [
    {
      says: `Protokoll vom 16.11.2026

TOP 1: Frau Dr. Weiß kümmert sich um die Brandschutzprüfung (Frist: 31.01.2027).
TOP 2: Die Neubestuhlung des Saals übernimmt Herr Yıldız bis 28.02.2027.
TOP 3: wurde vertagt.
TOP 4: Frau Lang holt drei Angebote für die Heizung ein, bis 15.12.2026.

Bitte die Aufgaben als Liste.`,
      tables: [
        expected(`Wer*¦Frist:date
Frau Dr. Weiß~Dr. Weiß¦2027-01-31
Herr Yıldız~Yıldız¦2027-02-28
Frau Lang~Lang¦2026-12-15`),
      ],
      answer: answer(
        'Die Aufgaben:',
        write(
          'Aufgaben',
          `Aufgabe¦Verantwortlich¦Frist:date
Brandschutzprüfung¦Frau Dr. Weiß¦31.01.2027
Neubestuhlung des Saals¦Herr Yıldız¦28.02.2027
drei Angebote für die Heizung¦Frau Lang¦15.12.2026`,
        ),
      ),
    },
  ],
} satisfies Conversation
