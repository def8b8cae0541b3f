// German adverts of flats with half rooms and rents.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'adverts',
  language: 'de',
  turns: [
    {
      locale: 'de-DE',
      says: `Helle 2,5-Zimmer-Wohnung, Gottschedstr. 18, 68,4 m², kalt 742,- €, frei ab 1. März 2027.

Zimmer in der Könneritzstr. 8 (24 m²) für 390 € ab 15. Februar 2027

Altbau am Ring 5: 4 Zimmer, 121 m², 1.480 € kalt, ab sofort`,
      tables: [
        expected(`Adresse*¦Zimmer:number¦Fläche:number¦Kaltmiete:currency EUR¦Frei ab:date
Gottschedstr. 18¦2.5¦68.4¦742¦2027-03-01
Könneritzstr. 8¦1~¦24¦390¦2027-02-15
Ring 5~am Ring 5¦4¦121¦1480¦~sofort~ab sofort`),
      ],
      answer: answer(
        'Drei Wohnungen:',
        write(
          'Wohnungen',
          `Adresse¦Zimmer:number¦Fläche (m²):number¦Kaltmiete:currency EUR¦Frei ab:date
Gottschedstr. 18¦2,5¦68,4¦742,- €¦1. März 2027
Könneritzstr. 8¦¦24¦390 €¦15. Februar 2027
Ring 5¦4¦121¦1.480 €¦`,
        ),
      ),
    },
  ],
} satisfies Conversation
