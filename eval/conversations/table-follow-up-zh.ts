// A pasted Chinese table that gets a computed column.
import { addFormula, answer, edit, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'table with a follow-up',
  language: 'zh',
  turns: [
    {
      says: `商品	单价	数量
办公椅	380	12
台灯	89.5	40
复印纸	24	150`,
      tables: [
        expected(
          `商品*¦单价:number¦数量:number
办公椅¦380¦12
台灯¦89.5¦40
复印纸¦24¦150`,
          true,
        ),
      ],
      answer: answer('', use('t1', '商品')),
    },
    {
      says: '加一列小计',
      tables: [
        expected(`商品*¦单价:number¦数量:number¦小计:number
办公椅¦380¦12¦4560
台灯¦89.5¦40¦3580
复印纸¦24¦150¦3600`),
      ],
      answer: answer('', edit('k1', addFormula('小计', 'number', '[单价] * [数量]'))),
    },
  ],
} satisfies Conversation
