// A Japanese CSV of which only some rows are wanted.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'CSV and question',
  language: 'ja',
  turns: [
    {
      says: `東京の人だけにしてください

氏名,都市,年齢
田中太郎,東京,34
佐藤花子,大阪,28
小野健,東京,51`,
      tables: [
        expected(`氏名*¦都市¦年齢:number
田中太郎¦東京¦34
小野健¦東京¦51`),
      ],
      answer: answer('二人です。', use('t1', '東京の人', { where: [{ column: '都市', is: 'equals', value: '東京' }] })),
    },
  ],
} satisfies Conversation
