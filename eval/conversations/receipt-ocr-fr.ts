// A French receipt as a machine read it.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'receipt',
  language: 'fr',
  turns: [
    {
      locale: 'fr-FR',
      says: `BOULANGERIE DU PONT
SIRET 812 345 678 00012
2 BAGUETTE TRAD.    2,60
1 TARTE CITRON     18,00
4 CHOUQUETTES x10   12,40
TOTAL EUR  33,00
TVA 5,5 %  1,72   CB`,
      tables: [
        expected(`Article*¦Qté:number¦Montant:currency EUR
BAGUETTE TRAD.¦2¦2.6
TARTE CITRON¦1¦18
CHOUQUETTES x10~CHOUQUETTES¦4¦12.4`),
      ],
      answer: answer(
        'Le ticket :',
        write(
          'Ticket de caisse',
          `Article¦Qté:number¦Montant:currency EUR
BAGUETTE TRAD.¦2¦2,60
TARTE CITRON¦1¦18,00
CHOUQUETTES x10¦4¦12,40`,
        ),
      ),
    },
  ],
} satisfies Conversation
