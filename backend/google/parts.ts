// What the verbs of this slice work with.
import type { Sql } from '../platform/database/connect.ts'
import type { GoogleClientOptions } from '../platform/google/google-client.ts'
import type { Identity } from '../platform/google/identity-token.ts'
import type { OAuthAddresses } from '../platform/google/oauth-addresses.ts'
import type { OAuthClient } from '../platform/google/token-endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { SecretBox } from '../platform/secrets/secret-box.ts'
import type { Owner } from './store.ts'

export type GoogleParts = {
  sql: Sql
  box: SecretBox
  /** Null: nobody set one, and nobody can connect. */
  client: OAuthClient | null
  addresses: OAuthAddresses
  verifyIdentity: (idToken: string) => Promise<Identity>
  onAnswer?: GoogleClientOptions['onAnswer']
}

/** Throws `google_not_configured`. */
export function clientOf({ client }: GoogleParts): OAuthClient {
  if (client) return client
  throw new Problem(
    'google_not_configured',
    'Whoever runs this server has to set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET first. Until then tables can be downloaded, or written by the add-on.',
  )
}

/** What the tokens of a connection are sealed for: copied into another row they do not open. */
export const sealedFor = ({ workspaceId, userId }: Owner, sub: string): string =>
  `google ${workspaceId} ${userId} ${sub}`

/** Without it no spreadsheet can be made; the person may have left it out on Google's page. */
export const fileScope = 'https://www.googleapis.com/auth/drive.file'
