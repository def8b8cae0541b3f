// Three applicants described in prose become a table of candidates.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'CVs',
  language: 'en',
  turns: [
    {
      says: `Notes from the interviews:

Ravi Menon has been a data engineer for 7 years, currently at Kite Logistics; he asks for $118,000 and could start on 1 March 2027. His mail is ravi.menon@example.org.

Hanna Lind (hanna@lind.example) brings 12 years, the last three as team lead at Northwind. She could start 15 February 2027 and expects $131,500.

The third, Tom Rye, is fresh from university - 1 year at Vela. He'd start immediately and wants $82,000. Reach him via t.rye@mail.example.`,
      tables: [
        expected(`Name*¦Years:number¦Employer¦Salary:currency USD¦Start:date¦Mail:email
Ravi Menon¦7¦Kite Logistics¦118000¦2027-03-01¦ravi.menon@example.org
Hanna Lind¦12¦Northwind¦131500¦2027-02-15¦hanna@lind.example
Tom Rye¦1¦Vela¦82000¦~immediately¦t.rye@mail.example`),
      ],
      answer: answer(
        'Three candidates:',
        write(
          'Candidates',
          `Name¦Years of experience:number¦Employer¦Expected salary:currency USD¦Start:date¦E-mail:email
Ravi Menon¦7¦Kite Logistics¦$118,000¦1 March 2027¦ravi.menon@example.org
Hanna Lind¦12¦Northwind¦$131,500¦15 February 2027¦hanna@lind.example
Tom Rye¦1¦Vela¦$82,000¦¦t.rye@mail.example`,
        ),
      ),
    },
  ],
} satisfies Conversation
