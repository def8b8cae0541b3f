// Sales in prose for the template of a sales analysis.
import { answer, fill } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'sales with a template',
  language: 'en',
  turns: [
    {
      template: 'sales_analysis',
      says: `On 3 November 2026 we sold 12 oak chairs in the North at $45.00 each, on 4 November 2026 3 round tables in the South for $180.00 each.`,
      tables: [
        expected(`Date:date¦Product*¦Units:number¦Price:currency USD¦Total:currency USD
2026-11-03¦oak chairs~oak chair¦12¦45¦540
2026-11-04¦round tables~round table¦3¦180¦540`),
      ],
      answer: answer(
        'Two sales:',
        fill(
          'Sales in November',
          `order¦date¦customer¦product¦quantity¦unit_price¦total¦status¦region¦salesperson
¦3 November 2026¦¦oak chairs¦12¦$45.00¦¦¦North¦
¦4 November 2026¦¦round tables¦3¦$180.00¦¦¦South¦`,
        ),
      ),
    },
  ],
} satisfies Conversation
