// Arabic minutes and their tasks.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'meeting minutes',
  language: 'ar',
  turns: [
    {
      says: `محضر الاجتماع:
- خالد: إعداد الميزانية قبل 2026/12/01
- ليلى حدّاد: حجز القاعة قبل 2026/12/15
- لا جديد في بند الموقع`,
      tables: [
        expected(`المسؤول*¦المهمة¦الموعد:date
خالد¦إعداد الميزانية¦2026-12-01
ليلى حدّاد~ليلى حداد¦حجز القاعة¦2026-12-15`),
      ],
      answer: answer(
        'مهمتان:',
        write(
          'المهام',
          `المسؤول¦المهمة¦الموعد:date
خالد¦إعداد الميزانية¦2026/12/01
ليلى حدّاد¦حجز القاعة¦2026/12/15`,
        ),
      ),
    },
  ],
} satisfies Conversation
