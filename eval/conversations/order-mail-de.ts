// An order by mail in German, with prices in German notation.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'de',
  turns: [
    {
      locale: 'de-DE',
      says: `Guten Tag Frau Öhler,

wir bestellen bitte 120 Stück Hängeordner A4 zu je 1,85 €, Lieferung bis 04.12.2026, sowie 12 Aktenschränke (1.389,00 € netto) bis zum 15. Januar 2027 und 3 Rollcontainer zu 249,50 €, ebenfalls zum 15. Januar 2027.

Mit freundlichen Grüßen
B. Straßer, Tel. 0221 / 47 11-12`,
      tables: [
        expected(`Artikel*¦Menge:number¦Preis:currency EUR¦Lieferung:date
Hängeordner A4¦120¦1.85¦2026-12-04
Aktenschränke~Aktenschrank¦12¦1389¦2027-01-15
Rollcontainer¦3¦249.5¦2027-01-15`),
      ],
      answer: answer(
        'Die Bestellung als Tabelle:',
        write(
          'Bestellung Straßer',
          `Artikel¦Menge:number¦Preis:currency EUR¦Liefertermin:date
Hängeordner A4¦120¦1,85 €¦04.12.2026
Aktenschränke¦12¦1.389,00 €¦15. Januar 2027
Rollcontainer¦3¦249,50 €¦15. Januar 2027`,
        ),
      ),
    },
  ],
} satisfies Conversation
