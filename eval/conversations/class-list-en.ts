// A class list in prose with marks and absences.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'class list',
  language: 'en',
  turns: [
    {
      says: `4B, spelling test: Noor 87 points, absent 3 times this term. Eli 92, never absent. Noora 65, absent 13 times. Zoe B. 78 and absent once. Zoe K. 71, twice absent.`,
      tables: [
        expected(`Pupil*¦Points:number¦Absent:number
Noor¦87¦3
Eli¦92¦0~
Noora¦65¦13
Zoe B.¦78¦1
Zoe K.¦71¦2`),
      ],
      answer: answer(
        'The class list:',
        write(
          'Spelling test 4B',
          `Pupil¦Points:number¦Absences:number
Noor¦87¦3
Eli¦92¦
Noora¦65¦13
Zoe B.¦78¦1
Zoe K.¦71¦2`,
        ),
      ),
    },
  ],
} satisfies Conversation
