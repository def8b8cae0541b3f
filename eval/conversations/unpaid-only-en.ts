// A CSV with a question: only the unpaid ones, sorted by date.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'CSV and question',
  language: 'en',
  turns: [
    {
      says: `Which of these are still unpaid? Oldest first.

invoice;client;date;amount;status
2041;Halden Group;2026-09-14;1250.00;paid
2042;Kite Logistics;2026-08-30;310.40;open
2043;Vela;2026-10-02;99.00;open
2044;Oxbow Studio;2026-07-19;4120.00;paid
2045;Merrow Foods;2026-07-02;75.50;open`,
      tables: [
        expected(
          `Invoice*¦Client¦Date:date¦Amount:number
2045¦Merrow Foods¦2026-07-02¦75.5
2042¦Kite Logistics¦2026-08-30¦310.4
2043¦Vela¦2026-10-02¦99`,
          true,
        ),
      ],
      answer: answer(
        'Three are still open.',
        use('t1', 'Unpaid invoices', {
          where: [{ column: 'status', is: 'equals', value: 'open' }],
          sort: [{ column: 'date', order: 'ascending' }],
        }),
      ),
    },
  ],
} satisfies Conversation
