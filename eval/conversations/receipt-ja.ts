// A Japanese receipt with full-width digits.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'receipt',
  language: 'ja',
  turns: [
    {
      locale: 'ja-JP',
      says: `スーパーあおぞら　領収書
たまご10個　２点　¥516
食パン6枚　１点　¥178
麦茶2L　６点　¥948
合計　¥1,642`,
      tables: [
        expected(`品名*¦点数:number¦金額:currency JPY
たまご10個~たまご¦2¦516
食パン6枚~食パン¦1¦178
麦茶2L~麦茶¦6¦948`),
      ],
      answer: answer(
        'レシートの内訳です。',
        write(
          '領収書',
          `品名¦点数:number¦金額:currency JPY
たまご10個¦２¦¥516
食パン6枚¦１¦¥178
麦茶2L¦６¦¥948`,
        ),
      ),
    },
  ],
} satisfies Conversation
