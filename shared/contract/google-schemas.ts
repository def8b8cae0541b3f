// What goes in and out of connecting Google accounts.
import * as z from 'zod'

const Id = z.uuid()
const Time = z.iso.datetime()

export const ConnectionParams = z.object({
  id: Id.meta({ description: 'The connection’s id, from the list of connections.' }),
})

export const AuthorizeQuery = z.object({
  return_to: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .meta({
      description:
        'Where the browser goes in the end, with `google=connected&connection_id=…` or `google=failed&code=…` added. ' +
        'Its origin has to be this server’s or one that the server allows (`CORS_ORIGINS`). Without it a page says how it ended.',
      examples: ['https://app.example.com/settings'],
    }),
  connection_id: Id.optional().meta({
    description: 'The connection that has to be made again: Google then proposes the same account.',
  }),
})

export const GoogleAuthorization = z
  .object({
    url: z.url().meta({
      description: 'To be opened in the person’s browser: Google asks there whether they agree.',
      examples: ['https://accounts.google.com/o/oauth2/v2/auth?client_id=1234.apps.googleusercontent.com&state=k3J9'],
    }),
    expires_at: Time.meta({ description: 'Until then the person can agree; the address works once.' }),
  })
  .meta({ id: 'GoogleAuthorization' })
export type GoogleAuthorization = z.infer<typeof GoogleAuthorization>

/** What Google adds to the address that it sends the person back to. */
export const CallbackQuery = z.object({
  state: z.string().max(500).optional().meta({ description: 'What the address was given out with.' }),
  code: z.string().max(4000).optional().meta({ description: 'What tokens are fetched with.' }),
  error: z
    .string()
    .max(500)
    .optional()
    .meta({
      description: 'Why there is no code, such as `access_denied` when the person declined.',
      examples: ['access_denied'],
    }),
})
export type CallbackQuery = z.infer<typeof CallbackQuery>

export const GoogleConnection = z
  .object({
    id: Id,
    email: z.string().meta({
      description: 'The Google account, as Google named it when it was connected.',
      examples: ['alex.morgan@example.com'],
    }),
    state: z.enum(['connected', 'reconnect_needed']).meta({
      description:
        '`reconnect_needed`: Google no longer accepts it (taken back, run out, or unused for long). Nothing is tried with it until the person connects the account again.',
    }),
    scopes: z.array(z.string()).meta({
      description: 'What the person agreed to.',
      examples: [['https://www.googleapis.com/auth/drive.file', 'openid', 'email']],
    }),
    connected_at: Time.meta({ description: 'When the person agreed the last time.' }),
    created_at: Time,
    updated_at: Time,
  })
  .meta({ id: 'GoogleConnection', description: 'A Google account in whose name spreadsheets are written.' })
export type GoogleConnection = z.infer<typeof GoogleConnection>

export const Disconnected = z
  .object({
    revoked: z.boolean().meta({
      description:
        'Whether Google has taken the permission back. False when Google did not answer, or when another account of this server still uses it: the tokens are forgotten here all the same, and the person can take it back at https://myaccount.google.com/connections.',
    }),
  })
  .meta({ id: 'GoogleDisconnected' })
export type Disconnected = z.infer<typeof Disconnected>
