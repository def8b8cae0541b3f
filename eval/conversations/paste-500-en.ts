// Five hundred pasted rows, then a filter.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

const cities = ['Leith', 'Ghent', 'Dunmore', 'Ostend', 'Bruges']
const lines = Array.from({ length: 500 }, (_, i) => [`C${1000 + i}`, cities[i % 5], String(((i * 37) % 900) + 5)])
const notation = (rows: (string | undefined)[][]) =>
  ['Customer*¦City¦Points:number', ...rows.map((row) => row.join('¦'))].join('\n')

export default {
  genre: 'long paste',
  language: 'en',
  turns: [
    {
      says: ['customer\tcity\tpoints', ...lines.map((line) => line.join('\t'))].join('\n'),
      tables: [expected(notation(lines), true)],
      answer: answer('500 customers.', use('t1', 'Customers')),
    },
    {
      says: 'only Ghent with at least 700 points',
      tables: [expected(notation(lines.filter(([, city, points]) => city === 'Ghent' && Number(points) >= 700)), true)],
      answer: answer(
        '',
        use('k1', 'Ghent, 700 points and more', {
          where: [
            { column: 'city', is: 'equals', value: 'Ghent' },
            { column: 'points', is: 'at_least', value: '700' },
          ],
        }),
      ),
    },
  ],
} satisfies Conversation
