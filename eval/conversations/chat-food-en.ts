// A group chat with food orders and small talk between them.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'chat',
  language: 'en',
  turns: [
    {
      says: `Lena: who wants what from the bakery? closing at 6
Tom: 2 pretzels 🥨
Aisha: cinnamon roll x3 pls
Kim: nothing for me thx
Big Tom: 1 rye bread, sliced!!
Tom: make that 4 pretzels actually
Lena: ok 👍 back at 10:15`,
      tables: [
        expected(`Person*¦Item¦Qty:number
Tom¦pretzels~pretzel¦4
Aisha¦cinnamon roll~cinnamon rolls¦3
Big Tom¦rye bread~rye bread, sliced~rye bread (sliced)¦1`),
      ],
      answer: answer(
        'Kim wants nothing; Tom changed his mind to 4.',
        write(
          'Bakery orders',
          `Person¦Item¦Quantity:number
Tom¦pretzels¦4
Aisha¦cinnamon roll¦3
Big Tom¦rye bread, sliced¦1`,
        ),
      ),
    },
  ],
} satisfies Conversation
