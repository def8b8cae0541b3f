// A bank statement, then only the money that went out, summed up.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'bank statement',
  language: 'en',
  turns: [
    {
      says: `02 Nov 2026,TESCO STORES 3297,-45.10,1204.90
03 Nov 2026,SALARY KITE LTD,2310.00,3514.90
03 Nov 2026,TFL TRAVEL CH,-8.10,3506.80
05 Nov 2026,RENT NOVEMBER,-950.00,2556.80

columns are date, text, amount, balance (GBP)`,
      tables: [
        expected(`Date:date¦Text*¦Amount:currency GBP¦Balance:currency GBP
2026-11-02¦TESCO STORES 3297¦-45.1¦1204.9
2026-11-03¦SALARY KITE LTD¦2310¦3514.9
2026-11-03¦TFL TRAVEL CH¦-8.1¦3506.8
2026-11-05¦RENT NOVEMBER¦-950¦2556.8`),
      ],
      answer: answer('', use('t1', 'Bank statement')),
    },
  ],
} satisfies Conversation
