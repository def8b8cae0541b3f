// A recipe as a table, then doubled by a formula.
import { addFormula, answer, edit, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'recipe',
  language: 'en',
  turns: [
    {
      says: `Pancakes for 2: 150 g flour, 2 eggs, 250 ml milk, 1 tbsp sugar, 30 g butter. Rest 20 minutes, then fry at medium heat. Ingredients as a table please.`,
      tables: [
        expected(`Ingredient*¦Amount:number¦Unit
flour¦150¦g
eggs~egg¦2¦~pcs~piece
milk¦250¦ml
sugar¦1¦tbsp
butter¦30¦g`),
      ],
      answer: answer(
        'For two people:',
        write(
          'Pancakes for 2',
          `Ingredient¦Amount:number¦Unit
flour¦150¦g
eggs¦2¦
milk¦250¦ml
sugar¦1¦tbsp
butter¦30¦g`,
        ),
      ),
    },
    {
      says: 'Add a column for 6 people.',
      tables: [
        expected(`Ingredient*¦Amount:number¦For six:number
flour¦150¦450
eggs¦2¦6
milk¦250¦750
sugar¦1¦3
butter¦30¦90`),
      ],
      answer: answer('Three times the amount:', edit('k1', addFormula('For 6 people', 'number', '[Amount] * 3'))),
    },
  ],
} satisfies Conversation
