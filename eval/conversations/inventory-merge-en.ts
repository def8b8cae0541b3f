// Two lists in one message: two tables, one of prose and one pasted.
import { answer, use, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'several tables in one message',
  language: 'en',
  turns: [
    {
      says: `First the stock in the shed:

| Part | Count | Bin |
|---|---|---|
| M6 bolts | 120 | A-1 |
| washers | 1,400 | A-11 |
| hinges | 36 | B-2 |

And what we still have to buy: 200 M6 nuts for 14 euros, 12 door handles for 96 euros. Two tables please.`,
      tables: [
        expected(`Part*¦Count:number¦Bin
M6 bolts¦120¦A-1
washers¦1400¦A-11
hinges¦36¦B-2`),
        expected(`Item*¦Count:number¦Price:currency EUR
M6 nuts¦200¦14
door handles¦12¦96`),
      ],
      answer: answer(
        'Here are both.',
        use('t1', 'Stock in the shed'),
        write(
          'To buy',
          `Item¦Quantity:number¦Price:currency EUR
M6 nuts¦200¦14 euros
door handles¦12¦96 euros`,
        ),
      ),
    },
  ],
} satisfies Conversation
