// A travel plan in prose, with nights and costs.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'travel plan',
  language: 'en',
  turns: [
    {
      says: `We start with 3 nights in Ghent at Hotel Harmony (€432.00 in total, from 3 May 2027), go on to Bruges on 6 May 2027 for 2 nights at The Duke, €318, and finish in Ostend, Villa Maritza, 4 nights from 8 May 2027, which is €664. Can you make a table, and what does it cost altogether?`,
      tables: [
        expected(`City*¦Hotel¦From:date¦Nights:number¦Cost:currency EUR
Ghent¦Hotel Harmony¦2027-05-03¦3¦432
Bruges¦The Duke¦2027-05-06¦2¦318
Ostend¦Villa Maritza¦2027-05-08¦4¦664`),
      ],
      answer: answer(
        'Altogether it is €1,414.',
        write(
          'Belgium in May',
          `City¦Hotel¦Arrival:date¦Nights:number¦Cost:currency EUR
Ghent¦Hotel Harmony¦3 May 2027¦3¦€432.00
Bruges¦The Duke¦6 May 2027¦2¦€318
Ostend¦Villa Maritza¦8 May 2027¦4¦€664`,
        ),
      ),
    },
  ],
} satisfies Conversation
