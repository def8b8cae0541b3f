// A Spanish recipe with a fraction.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'recipe',
  language: 'es',
  turns: [
    {
      says: `Para el gazpacho: 1 kg de tomates, 1 pepino, 1/2 pimiento verde, 2 dientes de ajo, 50 ml de aceite y 1,5 cucharadas de vinagre. Pásame los ingredientes a una tabla.`,
      locale: 'es-ES',
      tables: [
        expected(`Ingrediente*¦Cantidad:number¦Unidad
tomates¦1¦kg
pepino¦1¦~unidad~pieza
pimiento verde¦0.5¦~unidad~pieza
ajo~dientes de ajo¦2¦dientes~
aceite¦50¦ml
vinagre¦1.5¦cucharadas~cucharada`),
      ],
      answer: answer(
        '',
        write(
          'Gazpacho',
          `Ingrediente¦Cantidad:number¦Unidad
tomates¦1¦kg
pepino¦1¦
pimiento verde¦1/2¦
ajo¦2¦dientes
aceite¦50¦ml
vinagre¦1,5¦cucharadas`,
        ),
      ),
    },
  ],
} satisfies Conversation
