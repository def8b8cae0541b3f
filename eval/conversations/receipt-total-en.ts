// A receipt; the recorded answer takes its total for an item.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'receipt',
  language: 'en',
  mistakes: 'the total is taken for an item',
  turns: [
    {
      says: `QUAY MART #0412
2 WHL MILK 1GAL   6.98
1 BANANAS LB      0.78
1 AA BATTERY 8PK 11.99
TOTAL            19.75
VISA ****4471`,
      tables: [
        expected(`Item*¦Qty:number¦Amount:number
WHL MILK 1GAL¦2¦6.98
BANANAS LB¦1¦0.78
AA BATTERY 8PK¦1¦11.99`),
      ],
      answer: answer(
        'The receipt:',
        write(
          'Quay Mart',
          `Item¦Qty:number¦Amount:number
WHL MILK 1GAL¦2¦6.98
BANANAS LB¦1¦0.78
AA BATTERY 8PK¦1¦11.99
TOTAL¦¦19.75`,
        ),
      ),
    },
  ],
} satisfies Conversation
