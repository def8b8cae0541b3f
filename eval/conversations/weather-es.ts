// A Spanish weather report with temperatures below zero.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'weather report',
  language: 'es',
  turns: [
    {
      says: `En Ávila se esperan 4 grados de máxima y -6 de mínima, con un 35 % de probabilidad de lluvia; en Cádiz, 18 y 13 grados, lluvia 5 %; en León, máxima de 1 y mínima de -9, lluvia 60 %.`,
      tables: [
        expected(`Ciudad*¦Máxima:number¦Mínima:number¦Lluvia:percent
Ávila¦4¦-6¦0.35
Cádiz¦18¦13¦0.05
León¦1¦-9¦0.6`),
      ],
      answer: answer(
        '',
        write(
          'Pronóstico',
          `Ciudad¦Máxima:number¦Mínima:number¦Lluvia:percent
Ávila¦4¦-6¦35 %
Cádiz¦18¦13¦5 %
León¦1¦-9¦60 %`,
        ),
      ),
    },
  ],
} satisfies Conversation
