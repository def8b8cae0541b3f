// A Portuguese question of which no table can be made.
import { answer } from '../answer.ts'
import type { Conversation } from '../conversation.ts'

export default {
  genre: 'text with no table',
  language: 'pt',
  turns: [
    {
      says: 'Bom dia! Você consegue escrever direto na minha planilha?',
      tables: [],
      answer: answer('Consigo: cole um texto ou selecione um intervalo, e eu mostro a tabela antes de gravar.'),
    },
  ],
} satisfies Conversation
