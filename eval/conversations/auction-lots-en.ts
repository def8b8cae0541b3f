// Lots of an auction; the recorded answer retypes one price wrongly.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'auction',
  language: 'en',
  mistakes: 'the price of lot 21 is retyped as 308 instead of 380',
  turns: [
    {
      says: `Results: lot 12, a pair of brass candlesticks, made £210. Lot 21, an oak settle, made £380. Lot 112, a box of sheet music, made £85.`,
      tables: [
        expected(`Lot*¦Title¦Price:currency GBP
12¦a pair of brass candlesticks~pair of brass candlesticks¦210
21¦an oak settle~oak settle¦380
112¦a box of sheet music~box of sheet music¦85`),
      ],
      answer: answer(
        'Three lots:',
        write(
          'Auction results',
          `Lot:number¦Title¦Price:currency GBP
12¦a pair of brass candlesticks¦£210
21¦an oak settle¦£308
112¦a box of sheet music¦£85`,
        ),
      ),
    },
  ],
} satisfies Conversation
