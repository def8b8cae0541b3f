// An order, then a correction of one line, then another line.
import { addRows, answer, edit, setCell, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'correction of an order',
  language: 'en',
  turns: [
    {
      says: `Please note down: Tom takes 2 boxes of apples, Aisha 5 boxes of pears, Luis 12 boxes of plums, Mia 1 box of quinces.`,
      tables: [
        expected(`Name*¦Boxes:number¦Fruit
Tom¦2¦apples
Aisha¦5¦pears
Luis¦12¦plums
Mia¦1¦quinces`),
      ],
      answer: answer(
        'Noted.',
        write(
          'Fruit orders',
          `Name¦Boxes:number¦Fruit
Tom¦2¦apples
Aisha¦5¦pears
Luis¦12¦plums
Mia¦1¦quinces`,
        ),
      ),
    },
    {
      says: 'Sorry, the third one is 14, not 12.',
      tables: [
        expected(
          `Name*¦Boxes:number¦Fruit
Tom¦2¦apples
Aisha¦5¦pears
Luis¦14¦plums
Mia¦1¦quinces`,
          true,
        ),
      ],
      answer: answer('Corrected: Luis takes 14 boxes.', edit('k1', setCell(3, 'Boxes', '14'))),
    },
    {
      says: 'And Ben wants 3 boxes of apples too.',
      tables: [
        expected(`Name*¦Boxes:number¦Fruit
Tom¦2¦apples
Aisha¦5¦pears
Luis¦14¦plums
Mia¦1¦quinces
Ben¦3¦apples`),
      ],
      answer: answer('Added.', edit('k1', addRows('Ben¦3¦apples'))),
    },
  ],
} satisfies Conversation
