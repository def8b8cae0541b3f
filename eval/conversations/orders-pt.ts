// Orders of a bakery in Portuguese.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'pt',
  turns: [
    {
      locale: 'pt-BR',
      says: `Oi! Anota aí: Conceição quer 30 pães de queijo (R$ 105,00) e o seu João quer 3 bolos de fubá (R$ 84,90). A Inês levou 1.200 salgadinhos para a festa, R$ 960,00. Retiram na sexta.`,
      tables: [
        expected(`Cliente*¦Item¦Quantidade:number¦Valor:currency BRL
Conceição¦pães de queijo~pão de queijo¦30¦105
João~seu João¦bolos de fubá~bolo de fubá¦3¦84.9
Inês¦salgadinhos¦1200¦960`),
      ],
      answer: answer(
        'Anotado:',
        write(
          'Pedidos de sexta',
          `Cliente¦Item¦Quantidade:number¦Valor:currency BRL
Conceição¦pães de queijo¦30¦R$ 105,00
seu João¦bolos de fubá¦3¦R$ 84,90
Inês¦salgadinhos¦1.200¦R$ 960,00`,
        ),
      ),
    },
  ],
} satisfies Conversation
