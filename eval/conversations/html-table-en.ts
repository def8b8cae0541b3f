// An HTML table with markup around it.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'HTML',
  language: 'en',
  turns: [
    {
      says: `<h2>Opening hours</h2><p>see below</p>
<table><thead><tr><th>Day</th><th>Opens</th><th>Closes</th></tr></thead>
<tbody><tr><td>Monday</td><td>09:00</td><td>17:30</td></tr>
<tr><td>Tuesday</td><td>09:00</td><td>17:30</td></tr>
<tr><td>Saturday</td><td>10:00</td><td>14:00</td></tr></tbody></table>`,
      tables: [
        expected(`Day*¦Opens:time¦Closes:time
Monday¦09:00:00¦17:30:00
Tuesday¦09:00:00¦17:30:00
Saturday¦10:00:00¦14:00:00`),
      ],
      answer: answer('The opening hours:', use('t1', 'Opening hours')),
    },
  ],
} satisfies Conversation
