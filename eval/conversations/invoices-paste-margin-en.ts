// A pasted table, then a margin column, then a sum by region.
import { addFormula, answer, edit, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'table with a follow-up',
  language: 'en',
  turns: [
    {
      says: `Here are our sales, put them into the sheet:

Region,Product,Revenue,Cost
North,Lamps,1200.50,800
South,Lamps,950,610.25
North,Shelves,430,395
West,Lamps,1820,1240
South,Shelves,610,480`,
      tables: [
        expected(
          `Region*¦Product*¦Revenue:number¦Cost:number
North¦Lamps¦1200.5¦800
South¦Lamps¦950¦610.25
North¦Shelves¦430¦395
West¦Lamps¦1820¦1240
South¦Shelves¦610¦480`,
          true,
        ),
      ],
      answer: answer('Here they are.', use('t1', 'Sales by region')),
    },
    {
      says: 'Add a margin column please (revenue minus cost).',
      tables: [
        expected(`Region*¦Product*¦Revenue:number¦Cost:number¦Margin:number
North¦Lamps¦1200.5¦800¦400.5
South¦Lamps¦950¦610.25¦339.75
North¦Shelves¦430¦395¦35
West¦Lamps¦1820¦1240¦580
South¦Shelves¦610¦480¦130`),
      ],
      answer: answer(
        'The margin is computed for every row.',
        edit('k1', addFormula('Margin', 'number', '[Revenue] - [Cost]')),
      ),
    },
    {
      says: 'Now sum revenue and margin by region, highest margin first.',
      tables: [
        expected(
          `Region*¦Revenue:number¦Margin:number
West¦1820¦580
South¦1560¦469.75
North¦1630.5¦435.5`,
          true,
        ),
      ],
      answer: answer(
        '',
        use('k1', 'Totals by region', {
          group: {
            by: ['Region'],
            measures: [
              { name: 'Revenue', function: 'sum', column: 'Revenue' },
              { name: 'Margin', function: 'sum', column: 'Margin' },
            ],
          },
          sort: [{ column: 'Margin', order: 'descending' }],
        }),
      ),
    },
  ],
} satisfies Conversation
