// A pasted French budget that is sorted and then gets a computed column.
import { addFormula, answer, edit, sortBy, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'table with a follow-up',
  language: 'fr',
  turns: [
    {
      locale: 'fr-FR',
      says: `Poste	Montant HT	Trimestre
Loyer	4 500,00	T1
Énergie	1 230,50	T1
Fournitures	310,20	T2
Déplacements	2 045,00	T2`,
      tables: [
        expected(
          `Poste*¦HT:number¦Trimestre
Loyer¦4500¦T1
Énergie¦1230.5¦T1
Fournitures¦310.2¦T2
Déplacements¦2045¦T2`,
          true,
        ),
      ],
      answer: answer('', use('t1', 'Budget')),
    },
    {
      locale: 'fr-FR',
      says: 'trie par montant, du plus grand au plus petit',
      tables: [
        expected(
          `Poste*¦HT:number
Loyer¦4500
Déplacements¦2045
Énergie¦1230.5
Fournitures¦310.2`,
          true,
        ),
      ],
      answer: answer('C’est trié.', edit('k1', sortBy('Montant HT', 'descending'))),
    },
    {
      locale: 'fr-FR',
      says: 'ajoute le TTC (20 %)',
      tables: [
        expected(`Poste*¦HT:number¦TTC:number
Loyer¦4500¦5400
Déplacements¦2045¦2454
Énergie¦1230.5¦1476.6
Fournitures¦310.2¦372.24`),
      ],
      answer: answer('', edit('k1', addFormula('Montant TTC', 'number', 'ROUND([Montant HT] * 1.2, 2)'))),
    },
  ],
} satisfies Conversation
