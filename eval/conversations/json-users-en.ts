// JSON pasted: names and cities only.
import { answer, use } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'JSON',
  language: 'en',
  turns: [
    {
      says: `just name, city and the age please

[{"id": 1, "name": "Ann Alder", "address": {"city": "Leith", "zip": "0042"}, "age": 41},
 {"id": 2, "name": "Ben Birch", "address": {"city": "Dunmore", "zip": "1180"}, "age": 29},
 {"id": 3, "name": "Cleo Marsh", "address": {"city": "Ghent", "zip": "9000"}, "age": 35}]`,
      tables: [
        expected(`Name*¦City¦Age:number
Ann Alder¦Leith¦41
Ben Birch¦Dunmore¦29
Cleo Marsh¦Ghent¦35`),
      ],
      answer: answer(
        '',
        use('t1', 'People', {
          columns: [
            { from: 'name', name: 'Name' },
            { from: 'address.city', name: 'City' },
            { from: 'age', name: 'Age' },
          ],
        }),
      ),
    },
  ],
} satisfies Conversation
