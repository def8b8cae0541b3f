// Operations of connecting Google accounts, so that tables can be written in a person's name.
import * as schemas from './google-schemas.ts'
import type { Operation } from './operation.ts'
import { page } from './schemas.ts'

export const googleOperations = {
  authorizeGoogle: {
    summary: 'Begin to connect a Google account: get the address where its owner agrees',
    description:
      'Open `url` in the person’s browser. Google asks whether Tablewright may make spreadsheets and use the ones it made (`drive.file`), and sends the browser back to this server. Then the account stands in the list of connections. Connecting an account that is connected already renews it.',
    query: schemas.AuthorizeQuery,
    status: 200,
    response: schemas.GoogleAuthorization,
    problems: ['google_not_configured', 'not_found'],
  },
  googleCallback: {
    summary: 'Where Google sends the browser back to; not called by programs',
    description:
      'Answers a page that says how it ended, or leads on (303) to the `return_to` that was given. Who does not take HTML is told as a problem what went wrong.',
    query: schemas.CallbackQuery,
    file: ['text/html'],
    redirects: true,
    status: 200,
    problems: [
      ...(['google_not_configured', 'google_declined', 'link_invalid'] as const),
      ...(['google_failed', 'google_unreachable', 'google_busy'] as const),
    ],
  },
  listGoogleConnections: {
    scope: 'exports:read',
    summary: 'List the Google accounts that you have connected, oldest first, and whether they still work',
    status: 200,
    response: page(schemas.GoogleConnection),
    problems: [],
  },
  disconnectGoogle: {
    summary: 'Disconnect a Google account: take the permission back at Google and forget its tokens',
    description: 'The spreadsheets stay where they are, in the person’s Drive.',
    params: schemas.ConnectionParams,
    status: 200,
    response: schemas.Disconnected,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>
