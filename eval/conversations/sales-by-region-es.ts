// Pasted Spanish sales, then summed up by region.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'table with a follow-up',
  language: 'es',
  turns: [
    {
      locale: 'es-ES',
      says: `zona;vendedor;ventas
Norte;Begoña;12.400,50
Sur;Mateo;8.150,00
Norte;Lucía;3.099,50
Este;Óscar;9.000,00`,
      tables: [
        expected(
          `zona*¦vendedor*¦ventas:number
Norte¦Begoña¦12400.5
Sur¦Mateo¦8150
Norte¦Lucía¦3099.5
Este¦Óscar¦9000`,
          true,
        ),
      ],
      answer: answer('', use('t1', 'Ventas')),
    },
    {
      says: 'suma por zona, de mayor a menor',
      tables: [
        expected(
          `zona*¦total:number
Norte¦15500
Este¦9000
Sur¦8150`,
          true,
        ),
      ],
      answer: answer(
        '',
        use('k1', 'Ventas por zona', {
          group: { by: ['zona'], measures: [{ name: 'total', function: 'sum', column: 'ventas' }] },
          sort: [{ column: 'total', order: 'descending' }],
        }),
      ),
    },
  ],
} satisfies Conversation
