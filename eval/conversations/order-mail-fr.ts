// An order by mail in French.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'order by mail',
  language: 'fr',
  turns: [
    {
      locale: 'fr-FR',
      says: `Bonjour Mme Lefèvre,
Merci de nous livrer 1 200 enveloppes kraft à 0,12 € pièce pour le 8 janvier 2027, 40 classeurs à levier à 3,95 € avant le 22 janvier 2027, et 5 agrafeuses à 14,50 €, même date que les classeurs.
Cordialement, Zoé Noël (poste 12)`,
      tables: [
        expected(`Article*¦Quantité:number¦Prix:currency EUR¦Date:date
enveloppes kraft¦1200¦0.12¦2027-01-08
classeurs à levier¦40¦3.95¦2027-01-22
agrafeuses~agrafeuse¦5¦14.5¦2027-01-22`),
      ],
      answer: answer(
        'Voici la commande.',
        write(
          'Commande Noël',
          `Article¦Quantité:number¦Prix unitaire:currency EUR¦Livraison:date
enveloppes kraft¦1 200¦0,12 €¦8 janvier 2027
classeurs à levier¦40¦3,95 €¦22 janvier 2027
agrafeuses¦5¦14,50 €¦22 janvier 2027`,
        ),
      ),
    },
  ],
} satisfies Conversation
