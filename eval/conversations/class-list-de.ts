// A German class list with marks, then a correction by name and a row struck out.
import { answer, deleteRows, edit, setCell, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'class list',
  language: 'de',
  turns: [
    {
      locale: 'de-DE',
      says: `Diktat 7b: Ümit 1,7, Zoë B. 2,3, Zoé K. 3,0, Anton 2,7`,
      tables: [
        expected(`Name*¦Note:number
Ümit¦1.7
Zoë B.¦2.3
Zoé K.¦3
Anton¦2.7`),
      ],
      answer: answer(
        '',
        write(
          'Diktat 7b',
          `Name¦Note:number
Ümit¦1,7
Zoë B.¦2,3
Zoé K.¦3,0
Anton¦2,7`,
        ),
      ),
    },
    {
      locale: 'de-DE',
      says: 'Zoé K. hat doch 2,0 bekommen, und streich Anton.',
      tables: [
        expected(`Name*¦Note:number
Ümit¦1.7
Zoë B.¦2.3
Zoé K.¦2`),
      ],
      answer: answer(
        'Geändert.',
        edit('k1', setCell('Name=Zoé K.', 'Note', '2,0'), deleteRows({ column: 'Name', is: 'equals', value: 'Anton' })),
      ),
    },
  ],
} satisfies Conversation
