// Log lines: only errors and warnings that took long.
import { answer, write } from '../answer.ts'
import { type Conversation, expected } from '../conversation.ts'

export default {
  genre: 'log lines',
  language: 'en',
  turns: [
    {
      says: `only WARN and ERROR please

2026-11-22T08:01:12Z INFO  api     request done in 12 ms
2026-11-22T08:01:14Z WARN  billing slow query, 1840 ms
2026-11-22T08:01:15Z INFO  api     request done in 9 ms
2026-11-22T08:01:19Z ERROR mailer  timeout after 30000 ms
2026-11-22T08:01:22Z WARN  billing slow query, 2210 ms`,
      tables: [
        expected(`Time*¦Level¦Service
2026-11-22T08:01:14Z~2026-11-22T08:01:14~2026-11-22 08:01:14¦WARN¦billing
2026-11-22T08:01:19Z~2026-11-22T08:01:19~2026-11-22 08:01:19¦ERROR¦mailer
2026-11-22T08:01:22Z~2026-11-22T08:01:22~2026-11-22 08:01:22¦WARN¦billing`),
      ],
      answer: answer(
        'Three lines:',
        write(
          'Warnings and errors',
          `Time¦Level¦Service¦Message
2026-11-22T08:01:14Z¦WARN¦billing¦slow query, 1840 ms
2026-11-22T08:01:19Z¦ERROR¦mailer¦timeout after 30000 ms
2026-11-22T08:01:22Z¦WARN¦billing¦slow query, 2210 ms`,
        ),
      ),
    },
  ],
} satisfies Conversation
