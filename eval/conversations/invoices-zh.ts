// What customers owe, told in Chinese.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'invoices',
  language: 'zh',
  turns: [
    {
      locale: 'zh-CN',
      says: `截至今天：晨光文具欠款12,400元（发票A-118，2026年10月7日），海云科技欠款1,240.50元（发票A-119，2026年11月10日），长青食品欠款98元（发票A-120，2026年11月2日）。`,
      tables: [
        expected(`发票*¦客户¦日期:date¦金额:currency CNY
A-118¦晨光文具¦2026-10-07¦12400
A-119¦海云科技¦2026-11-10¦1240.5
A-120¦长青食品¦2026-11-02¦98`),
      ],
      answer: answer(
        '共三张发票：',
        write(
          '欠款',
          `发票¦客户¦日期:date¦金额:currency CNY
A-118¦晨光文具¦2026年10月7日¦12,400元
A-119¦海云科技¦2026年11月10日¦1,240.50元
A-120¦长青食品¦2026年11月2日¦98元`,
        ),
      ),
    },
  ],
} satisfies Conversation
