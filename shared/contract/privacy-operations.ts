// Operations of a person's data as a whole: to take it along, and to have it removed.
import type { Operation } from './operation.ts'
import { DeleteAccountBody } from './privacy-schemas.ts'

export const privacyOperations = {
  exportAccount: {
    summary: 'Download everything that is kept of your account, as a ZIP archive of JSON and CSV files',
    file: ['application/zip'],
    status: 200,
    problems: ['too_many_streams'],
  },
  deleteAccount: {
    summary:
      'Delete the account: its tokens and keys end at once, Google’s permission is taken back, its data is purged',
    body: DeleteAccountBody,
    status: 204,
    problems: ['wrong_password', 'identity_refused', 'too_many_requests', 'unavailable'],
  },
} as const satisfies Record<string, Operation>
