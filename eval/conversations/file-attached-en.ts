// A file with a request in the message.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'file',
  language: 'en',
  turns: [
    {
      says: 'Which items in the file are under the minimum? Just item and count.',
      files: [
        {
          name: 'stock.csv',
          text: 'item,count,minimum,shelf\npaper A4,12,20,C1\npens,140,50,C2\nstaples,3,10,C2\nfolders,60,60,D4\n',
        },
      ],
      tables: [
        expected(`Item*¦Count:number
paper A4¦12
staples¦3`),
      ],
      answer: answer(
        'Two items are below their minimum.',
        use('t1', 'Under the minimum', {
          columns: [
            { from: 'item', name: 'Item' },
            { from: 'count', name: 'Count' },
            { name: 'Short', formula: '[minimum] - [count]' },
          ],
          where: [{ column: 'item', is: 'one_of', values: ['paper A4', 'staples'] }],
        }),
      ),
    },
  ],
} satisfies Conversation
