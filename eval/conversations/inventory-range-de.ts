// A selected range that is summed up by one of its columns.
import { answer, use } from '../answer.ts'
import { type Conversation, expected, selected } from '../conversation.ts'

export default {
  genre: 'selected range',
  language: 'de',
  turns: [
    {
      says: 'Fass das bitte nach Lager zusammen: Summe der Stücke und Zahl der Artikel.',
      range: selected(
        'Lager!A1:C6',
        `Artikel*¦Lager¦Stück:number
Winkel¦Nord¦1250
Flachverbinder¦Nord¦125
Schrauben M6¦Süd¦4000
Dübel¦Süd¦900
Leim¦Ost¦12`,
      ),
      tables: [
        expected(`Lager*¦Stück:number¦Artikel:number
Nord¦1375¦2
Süd¦4900¦2
Ost¦12¦1`),
      ],
      answer: answer(
        'Nach Lager:',
        use('t1', 'Bestand nach Lager', {
          group: {
            by: ['Lager'],
            measures: [
              { name: 'Stück', function: 'sum', column: 'Stück' },
              { name: 'Artikel', function: 'count' },
            ],
          },
        }),
      ),
    },
  ],
} satisfies Conversation
