// Job adverts in Portuguese prose; one names no salary.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'adverts',
  language: 'pt',
  turns: [
    {
      locale: 'pt-BR',
      says: `A Pescados do Norte contrata analista de dados júnior em Belém, salário de R$ 4.800. União Verde, São Luís: analista de crédito, R$ 8.400. Para a matriz em Évora, Sal & Cia procura um carpinteiro (a combinar).`,
      tables: [
        expected(`Vaga*¦Empresa¦Cidade¦Salário:currency BRL
analista de dados júnior¦Pescados do Norte¦Belém¦4800
analista de crédito¦União Verde¦São Luís¦8400
carpinteiro¦Sal & Cia¦Évora¦~a combinar`),
      ],
      answer: answer(
        'Três vagas:',
        write(
          'Vagas',
          `Vaga¦Empresa¦Cidade¦Salário:currency BRL
analista de dados júnior¦Pescados do Norte¦Belém¦R$ 4.800
analista de crédito¦União Verde¦São Luís¦R$ 8.400
carpinteiro¦Sal & Cia¦Évora¦`,
        ),
      ),
    },
  ],
} satisfies Conversation
