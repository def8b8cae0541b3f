// Small talk: there is nothing to make a table of.
import { answer } from '../answer.ts'
import type { Conversation } from '../conversation.ts'

export default {
  genre: 'text with no table',
  language: 'en',
  turns: [
    {
      says: 'hey, what can you actually do?',
      tables: [],
      answer: answer('I turn text, lists and files into tables for your sheet. Paste something, or select a range.'),
    },
    {
      says: 'nice, thanks! my weekend was 10/10 btw',
      tables: [],
      answer: answer('Glad to hear it!'),
    },
  ],
} satisfies Conversation
