// A question without data; the recorded answer makes a table up.
import { answer, write } from '../answer.ts'
import type { Conversation } from '../conversation.ts'

export default {
  genre: 'text with no table',
  language: 'en',
  mistakes: 'a table is made of nothing',
  turns: [
    {
      says: 'Can you recommend three good books about spreadsheets?',
      tables: [],
      answer: answer(
        'Here are three:',
        write(
          'Books',
          `Title¦Author
Sheets at Work¦J. Doe
The Grid¦A. Nother`,
        ),
      ),
    },
  ],
} satisfies Conversation
