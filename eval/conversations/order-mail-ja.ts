// An order by mail in Japanese: counts, amounts, dates.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'ja',
  turns: [
    {
      locale: 'ja-JP',
      says: `お世話になっております。以下の通り注文いたします。
折りたたみ椅子を24脚（79,200円）、納期は2026年12月4日。長机6台（118,800円）、納期2026年12月14日。ホワイトボードは1台で32,400円、納期は長机と同じです。
よろしくお願いいたします。渡邉`,
      tables: [
        expected(`商品*¦数量:number¦金額:currency JPY¦納期:date
折りたたみ椅子¦24¦79200¦2026-12-04
長机¦6¦118800¦2026-12-14
ホワイトボード¦1¦32400¦2026-12-14`),
      ],
      answer: answer(
        'ご注文の一覧です。',
        write(
          '注文一覧',
          `商品¦数量:number¦金額:currency JPY¦納期:date
折りたたみ椅子¦24¦79,200円¦2026年12月4日
長机¦6¦118,800円¦2026年12月14日
ホワイトボード¦1¦32,400円¦2026年12月14日`,
        ),
      ),
    },
  ],
} satisfies Conversation
