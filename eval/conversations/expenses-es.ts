// Expenses in Spanish; in the recorded answer two amounts have changed places.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'expenses',
  language: 'es',
  mistakes: 'the amounts of Lucía and Mateo are swapped',
  turns: [
    {
      locale: 'es-ES',
      says: `Gastos de octubre: Lucía pagó el hotel de Cádiz, 312,40 €. Mateo pagó la gasolina, 86,15 €. Sofía pagó la cena del viernes, 140,00 €.`,
      tables: [
        expected(`Persona*¦Concepto¦Importe:currency EUR
Lucía¦hotel de Cádiz~hotel~el hotel de Cádiz¦312.4
Mateo¦gasolina~la gasolina¦86.15
Sofía¦cena del viernes~cena~la cena del viernes¦140`),
      ],
      answer: answer(
        '',
        write(
          'Gastos de octubre',
          `Persona¦Concepto¦Importe:currency EUR
Lucía¦hotel de Cádiz¦86,15 €
Mateo¦gasolina¦312,40 €
Sofía¦cena del viernes¦140,00 €`,
        ),
      ),
    },
  ],
} satisfies Conversation
