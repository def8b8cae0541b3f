// A filter by date; the recorded answer takes the wrong side of it.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'CSV and question',
  language: 'en',
  mistakes: 'rows after the day are taken instead of those before it',
  turns: [
    {
      says: `which of these were due before 1 November 2026?

task,owner,due
Book hall,Oscar,2026-10-12
Print flyers,Lena,2026-11-20
Pay deposit,Farah,2026-10-30
Order food,Lena,2026-12-01`,
      tables: [
        expected(`Task*¦Owner¦Due:date
Book hall¦Oscar¦2026-10-12
Pay deposit¦Farah¦2026-10-30`),
      ],
      answer: answer(
        'Two of them:',
        use('t1', 'Due before November', { where: [{ column: 'due', is: 'greater', value: '2026-11-01' }] }),
      ),
    },
  ],
} satisfies Conversation
