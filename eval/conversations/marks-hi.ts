// Hindi marks in Devanagari digits.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'class list',
  language: 'hi',
  turns: [
    {
      says: `राहुल वर्मा को ८७ अंक मिले, रोहित वर्मा को ७८ अंक और प्रिया सिंह को ९१ अंक।`,
      tables: [
        expected(`छात्र*¦अंक:number
राहुल वर्मा¦87
रोहित वर्मा¦78
प्रिया सिंह¦91`),
      ],
      answer: answer(
        '',
        write(
          'अंक',
          `छात्र¦अंक:number
राहुल वर्मा¦८७
रोहित वर्मा¦७८
प्रिया सिंह¦९१`,
        ),
      ),
    },
  ],
} satisfies Conversation
