// French contacts for the template of a contact list.
import { answer, fill } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'contacts with a template',
  language: 'fr',
  turns: [
    {
      template: 'contact_list',
      says: `À ajouter : Élodie Martin, Pêcheries du Sud, elodie@pecheries.example, 04 91 55 01 42 ; Hervé Castaño (directeur, Rénov’35), h.castano@renov35.example ; Zoé Dupont, 06 12 34 56 78, sans adresse mail.`,
      tables: [
        expected(`Nom*¦Société¦Mail:email¦Téléphone
Élodie Martin¦Pêcheries du Sud¦elodie@pecheries.example¦04 91 55 01 42
Hervé Castaño¦Rénov’35¦h.castano@renov35.example¦
Zoé Dupont¦¦¦06 12 34 56 78`),
      ],
      answer: answer(
        'Trois contacts :',
        fill(
          'Contacts',
          `name¦first_name¦last_name¦email¦phone¦company¦role¦address¦city¦website¦country¦last_contact¦notes
Élodie Martin¦Élodie¦Martin¦elodie@pecheries.example¦04 91 55 01 42¦Pêcheries du Sud¦¦¦¦¦¦¦
Hervé Castaño¦Hervé¦Castaño¦h.castano@renov35.example¦¦Rénov’35¦directeur¦¦¦¦¦¦
Zoé Dupont¦Zoé¦Dupont¦¦06 12 34 56 78¦¦¦¦¦¦¦¦`,
        ),
      ),
    },
  ],
} satisfies Conversation
