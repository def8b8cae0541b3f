// Survey answers in prose blocks.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'survey answers',
  language: 'en',
  turns: [
    {
      says: `R17 (34): satisfied: yes. "parking was easy"
R18 (51): satisfied: no. "too loud, too cold"
R19 (28): satisfied: yes. no comment
R20 (62): satisfied: no. "waited 40 minutes"`,
      tables: [
        expected(`Respondent*¦Age:number¦Satisfied:boolean¦Comment
R17¦34¦true¦parking was easy
R18¦51¦false¦too loud, too cold
R19¦28¦true¦~no comment
R20¦62¦false¦waited 40 minutes`),
      ],
      answer: answer(
        'Four answers:',
        write(
          'Survey answers',
          `Respondent¦Age:number¦Satisfied:boolean¦Comment
R17¦34¦yes¦parking was easy
R18¦51¦no¦too loud, too cold
R19¦28¦yes¦
R20¦62¦no¦waited 40 minutes`,
        ),
      ),
    },
  ],
} satisfies Conversation
