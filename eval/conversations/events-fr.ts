// A French programme of concerts; one of them costs nothing.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'events',
  language: 'fr',
  turns: [
    {
      locale: 'fr-FR',
      says: `« Nuit d’été », le 21 juin 2027 à 20 h 30, salle Érard, 25 €. « L’Heure bleue », le 2 juillet 2027 à 21 h, Les Trois Baudets, 18,50 €. « Voix d’hiver », le 12 décembre 2027 à 17 h 15, salle Érard, entrée libre.`,
      tables: [
        expected(`Concert*¦Date:date¦Heure:time¦Salle¦Prix:currency EUR
Nuit d’été¦2027-06-21¦20:30:00¦salle Érard¦25
L’Heure bleue¦2027-07-02¦21:00:00¦Les Trois Baudets¦18.5
Voix d’hiver¦2027-12-12¦17:15:00¦salle Érard¦~0~entrée libre`),
      ],
      answer: answer(
        'Trois concerts :',
        write(
          'Concerts 2027',
          `Concert¦Date:date¦Heure:time¦Salle¦Prix:currency EUR
Nuit d’été¦21 juin 2027¦20 h 30¦salle Érard¦25 €
L’Heure bleue¦2 juillet 2027¦21 h¦Les Trois Baudets¦18,50 €
Voix d’hiver¦12 décembre 2027¦17 h 15¦salle Érard¦`,
        ),
      ),
    },
  ],
} satisfies Conversation
