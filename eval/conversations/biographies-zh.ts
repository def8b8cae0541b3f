// Two short Chinese biographies.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'biographies',
  language: 'zh',
  turns: [
    {
      says: `沈若溪，1937年4月8日生于浙江绍兴，植物学家。其弟沈若谷，1941年8月4日生于江苏苏州，昆曲演员。请整理成表格。`,
      tables: [
        expected(`姓名*¦出生:date¦地点¦职业
沈若溪¦1937-04-08¦浙江绍兴¦植物学家
沈若谷¦1941-08-04¦江苏苏州¦昆曲演员`),
      ],
      answer: answer(
        '',
        write(
          '人物',
          `姓名¦出生日期:date¦出生地¦职业
沈若溪¦1937年4月8日¦浙江绍兴¦植物学家
沈若谷¦1941年8月4日¦江苏苏州¦昆曲演员`,
        ),
      ),
    },
  ],
} satisfies Conversation
