// A Portuguese bank statement, then what went out only.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'bank statement',
  language: 'pt',
  turns: [
    {
      locale: 'pt-BR',
      says: `Data;Descrição;Valor
03/11/2026;Aluguel;-1.850,00
05/11/2026;Salário;4.800,00
07/11/2026;Mercado São João;-312,75
28/11/2026;Energia;-189,40`,
      tables: [
        expected(
          `Data:date¦Descrição*¦Valor:number
2026-11-03¦Aluguel¦-1850
2026-11-05¦Salário¦4800
2026-11-07¦Mercado São João¦-312.75
2026-11-28¦Energia¦-189.4`,
          true,
        ),
      ],
      answer: answer('', use('t1', 'Extrato')),
    },
    {
      says: 'só as saídas',
      tables: [
        expected(`Descrição*¦Valor:number
Aluguel¦-1850
Mercado São João¦-312.75
Energia¦-189.4`),
      ],
      answer: answer('', use('k1', 'Saídas', { where: [{ column: 'Valor', is: 'less', value: '0' }] })),
    },
  ],
} satisfies Conversation
