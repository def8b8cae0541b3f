// Meeting minutes: the action items as a table.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'meeting minutes',
  language: 'en',
  turns: [
    {
      says: `Minutes 17 Nov 2026, 10:00-11:15, present: Farah, Oscar, Lena (late)

1. Budget. Farah reported that the overrun is 4.2 %. Farah circulates the revised budget by 20 Nov 2026.
2. Venue. The hall is gone. Oscar books another one, latest on 2 Dec 2026.
3. Contracts. Legal has questions. Lena will get the NDA signed by 12 Feb 2027.
4. AOB: none. Next meeting 1 December.

Please make a list of the tasks.`,
      tables: [
        expected(`Who*¦Due:date
Farah¦2026-11-20
Oscar¦2026-12-02
Lena¦2027-02-12`),
      ],
      answer: answer(
        'The tasks:',
        write(
          'Action items',
          `Task¦Owner¦Due:date
circulates the revised budget¦Farah¦20 Nov 2026
books another one¦Oscar¦2 Dec 2026
get the NDA signed¦Lena¦12 Feb 2027`,
        ),
      ),
    },
  ],
} satisfies Conversation
