// An order by mail, in prose, with a delivery date for each item.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'en',
  turns: [
    {
      says: `Hi Jo,

thanks for the call. We'd like 24 stacking chairs (grey) at $38.50 each, delivered by 12 January 2027, and 6 round tables at $145.00, those can wait until 2 February 2027. Oh, and 3 coat stands in black, $61.25 each, with the chairs.

Best, Priya`,
      tables: [
        expected(`Item*¦Qty:number¦Price:currency USD¦Delivery:date
stacking chairs~stacking chairs (grey)~chairs¦24¦38.5¦2027-01-12
round tables~tables¦6¦145¦2027-02-02
coat stands~coat stands (black)~coat stands in black¦3¦61.25¦2027-01-12`),
      ],
      answer: answer(
        'Here is the order as a table.',
        write(
          'Order for Jo',
          `Item¦Qty:number¦Unit price:currency USD¦Delivery date:date¦Colour
stacking chairs¦24¦$38.50¦12 January 2027¦grey
round tables¦6¦$145.00¦2 February 2027¦
coat stands¦3¦$61.25¦12 January 2027¦black`,
        ),
      ),
    },
  ],
} satisfies Conversation
