// Values that belong to names by their order alone.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'report',
  language: 'en',
  turns: [
    {
      says: `Kipruto, Mbeki and Sorensen finished in 2:09:14, 2:09:51 and 2:11:02 respectively, good for ranks 3, 4 and 7.`,
      tables: [
        expected(`Runner*¦Time:time¦Rank:number
Kipruto¦02:09:14¦3
Mbeki¦02:09:51¦4
Sorensen¦02:11:02¦7`),
      ],
      answer: answer(
        '',
        write(
          'Marathon',
          `Runner¦Time:time¦Rank:number
Kipruto¦2:09:14¦3
Mbeki¦2:09:51¦4
Sorensen¦2:11:02¦7`,
        ),
      ),
    },
  ],
} satisfies Conversation
