// A pasted Arabic table, then by price.
import { answer, edit, sortBy, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'table with a follow-up',
  language: 'ar',
  turns: [
    {
      says: `الصنف,السعر
خبز عربي,7.50
لبنة,12.25
ماء,1.50`,
      tables: [
        expected(
          `الصنف*¦السعر:number
خبز عربي¦7.5
لبنة¦12.25
ماء¦1.5`,
          true,
        ),
      ],
      answer: answer('', use('t1', 'الأسعار')),
    },
    {
      says: 'رتبها حسب السعر من الأعلى',
      tables: [
        expected(
          `الصنف*¦السعر:number
لبنة¦12.25
خبز عربي¦7.5
ماء¦1.5`,
          true,
        ),
      ],
      answer: answer('', edit('k1', sortBy('السعر', 'descending'))),
    },
  ],
} satisfies Conversation
