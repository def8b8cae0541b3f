// The operation that reads tables out of a text or a file and stores nothing.
import { ExtractBody, Extraction } from './extract-schemas.ts'
import type { Operation } from './operation.ts'

export const extractOperations = {
  extract: {
    scope: 'extract',
    summary: 'Read the tables out of a text or a file; nothing is stored',
    body: ExtractBody,
    status: 200,
    response: Extraction,
    problems: [
      'not_found',
      'message_empty',
      'message_too_long',
      'file_unreadable',
      'file_too_large',
      'table_too_large',
      'format_invalid',
      'daily_cap_reached',
      'too_many_streams',
      'model_key_refused',
      'model_unreachable',
      'model_failed',
      'model_busy',
      'model_refused',
      'model_filtered',
      'reply_cut',
      'unavailable',
    ],
  },
} as const satisfies Record<string, Operation>
