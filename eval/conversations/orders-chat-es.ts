// Orders in Spanish messages, one of them corrected by its sender.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'chat',
  language: 'es',
  turns: [
    {
      says: `Íñigo: yo quiero 15 cajas de azulejos
Ángela: 50 sacos de cemento para mí
Óscar: 3 rollos de malla
Íñigo: perdón, que sean 18 cajas`,
      tables: [
        expected(`Cliente*¦Producto¦Cantidad:number
Íñigo¦cajas de azulejos~azulejos¦18
Ángela¦sacos de cemento~cemento¦50
Óscar¦rollos de malla~malla¦3`),
      ],
      answer: answer(
        'Íñigo se corrigió: 18 cajas.',
        write(
          'Pedidos',
          `Cliente¦Producto¦Cantidad:number
Íñigo¦cajas de azulejos¦18
Ángela¦sacos de cemento¦50
Óscar¦rollos de malla¦3`,
        ),
      ),
    },
  ],
} satisfies Conversation
