// A match report; the recorded answer is cut by its length.
import { cutShort } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'sports report',
  language: 'en',
  mistakes: 'the answer reached the longest it may be after two of four players',
  turns: [
    {
      says: `Isaiah Thorne led all scorers with 23 points and 10 rebounds. Marcus Bright had 15 points and 6 boards. Off the bench, D'Angelo Reyes chipped in 20 points and 4 rebounds, while Ken Abe had 8 points and 2 rebounds.`,
      tables: [
        expected(`Player*¦Points:number¦Rebounds:number
Isaiah Thorne¦23¦10
Marcus Bright¦15¦6
D'Angelo Reyes¦20¦4
Ken Abe¦8¦2`),
      ],
      answer: cutShort('The players:', {
        call: 'write_table',
        arguments: `{"title":"Players","rows_announced":4,"columns":[{"name":"Player","type":"text","currency":null,"formula":null},{"name":"Points","type":"number","currency":null,"formula":null},{"name":"Rebounds","type":"number","currency":null,"formula":null}],"rows":[["Isaiah Thorne","23","10"],["Marcus Bright","15","6"],["D'Ange`,
      }),
    },
  ],
} satisfies Conversation
