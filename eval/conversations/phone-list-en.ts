// A phone list that lacks a number; the recorded answer invents it.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'contacts',
  language: 'en',
  mistakes: 'the number of Kim, which nobody said, is invented',
  turns: [
    {
      says: `Team contacts: Ann Alder, 555-0142, ann@hill.example. Kim Ito has no phone yet, mail kim.ito@hill.example. Raj Patel is at 555-0188, raj@hill.example.`,
      tables: [
        expected(`Name*¦Phone¦Mail:email
Ann Alder¦555-0142¦ann@hill.example
Kim Ito¦¦kim.ito@hill.example
Raj Patel¦555-0188¦raj@hill.example`),
      ],
      answer: answer(
        'Three contacts:',
        write(
          'Team contacts',
          `Name¦Phone¦E-mail:email
Ann Alder¦555-0142¦ann@hill.example
Kim Ito¦555-0165¦kim.ito@hill.example
Raj Patel¦555-0188¦raj@hill.example`,
        ),
      ),
    },
  ],
} satisfies Conversation
