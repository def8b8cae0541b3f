// Which customers are there: rows that repeat are wanted once.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'CSV and question',
  language: 'en',
  turns: [
    {
      says: `just the different customers, alphabetically

order,customer,total
1,Vela,12.50
2,Acme Tools,9.90
3,Vela,31.00
4,Kite Logistics,7.25
5,Acme Tools,18.40`,
      tables: [
        expected(
          `Customer*
Acme Tools
Kite Logistics
Vela`,
          true,
        ),
      ],
      answer: answer(
        'Three customers.',
        use('t1', 'Customers', {
          columns: [{ from: 'customer', name: 'Customer' }],
          distinct: ['Customer'],
          sort: [{ column: 'Customer', order: 'ascending' }],
        }),
      ),
    },
  ],
} satisfies Conversation
