// A Chinese group chat with orders, one of them changed.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'chat',
  language: 'zh',
  turns: [
    {
      says: `小李：我要2份麻辣烫🌶️
阿杰：1份炒河粉不要葱
老王：今天不吃
老李：给我3份煎饺
小李：改成4份吧`,
      tables: [
        expected(`谁*¦吃什么¦份:number
小李¦麻辣烫¦4
阿杰¦炒河粉~炒河粉不要葱~炒河粉（不要葱）¦1
老李¦煎饺¦3`),
      ],
      answer: answer(
        '老王今天不吃，小李改成了4份。',
        write(
          '点餐',
          `姓名¦菜品¦份数:number
小李¦麻辣烫¦4
阿杰¦炒河粉¦1
老李¦煎饺¦3`,
        ),
      ),
    },
  ],
} satisfies Conversation
