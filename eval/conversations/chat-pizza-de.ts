// A group chat in German with number words and somebody who wants nothing.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'chat',
  language: 'de',
  turns: [
    {
      says: `Uli: wer will was vom Imbiss?
Jörg: 2x Currywurst ohne Darm
Käthe: für mich eine kleine Pommes 🍟
Jürgen: 3 Bouletten, danke!
Sabine: nix, hab schon gegessen
Uli: ok bin um halb eins da`,
      tables: [
        expected(`Name*¦Bestellung¦Anzahl:number
Jörg¦Currywurst ohne Darm~Currywurst (ohne Darm)~Currywurst¦2
Käthe¦kleine Pommes~Pommes (klein)~Pommes¦1
Jürgen¦Bouletten~Boulette¦3`),
      ],
      answer: answer(
        'Sabine hat abgesagt.',
        write(
          'Imbiss',
          `Name¦Bestellung¦Anzahl:number
Jörg¦Currywurst ohne Darm¦2
Käthe¦kleine Pommes¦eine
Jürgen¦Bouletten¦3`,
        ),
      ),
    },
  ],
} satisfies Conversation
