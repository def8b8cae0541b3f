// Invoices from the books: all, then the open ones by date.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'invoices',
  language: 'de',
  turns: [
    {
      locale: 'de-DE',
      says: `Rechnungsnr.;Kunde;Datum;Betrag;Status
RE-117;Müller Söhne KG;03.11.2026;4.760,00 €;offen
RE-118;Möller GmbH;05.11.2026;476,00 €;bezahlt
RE-119;Bäckerei Krüger;31.10.2026;89,90 €;offen
RE-120;Nordlicht AG;12.11.2026;12.400,50 €;offen`,
      tables: [
        expected(
          `Nr*¦Kunde¦Datum:date¦Betrag:currency EUR¦Status
RE-117¦Müller Söhne KG¦2026-11-03¦4760¦offen
RE-118¦Möller GmbH¦2026-11-05¦476¦bezahlt
RE-119¦Bäckerei Krüger¦2026-10-31¦89.9¦offen
RE-120¦Nordlicht AG¦2026-11-12¦12400.5¦offen`,
          true,
        ),
      ],
      answer: answer('Vier Rechnungen.', use('t1', 'Rechnungen')),
    },
    {
      says: 'nur die offenen, nach Datum sortiert',
      tables: [
        expected(
          `Nr*¦Datum:date¦Betrag:currency EUR
RE-119¦2026-10-31¦89.9
RE-117¦2026-11-03¦4760
RE-120¦2026-11-12¦12400.5`,
          true,
        ),
      ],
      answer: answer(
        'Drei sind offen.',
        use('k1', 'Offene Rechnungen', {
          where: [{ column: 'Status', is: 'equals', value: 'offen' }],
          sort: [{ column: 'Datum', order: 'ascending' }],
        }),
      ),
    },
  ],
} satisfies Conversation
