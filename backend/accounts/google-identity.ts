// Checks a Google identity token.
import type { OAuth2Client, TokenPayload } from 'google-auth-library'
import { Problem } from '../platform/problem.ts'

export type GoogleIdentity = { sub: string; email: string; name: string }

/** Throws `Problem('identity_refused')`, or `unavailable` when Google’s keys cannot be had. */
export type VerifyGoogle = (idToken: string) => Promise<GoogleIdentity>

/** `certsUrl` is for a local stand-in of Google; undefined means Google's own keys. */
export function createVerifyGoogle(options: { audiences: string[]; certsUrl: string | undefined }): VerifyGoogle {
  let client: Promise<OAuth2Client> | undefined
  return async (idToken) => {
    // The library takes any token of any app when the list is empty.
    if (options.audiences.length === 0)
      throw new Problem(
        'identity_refused',
        'This server accepts no Google sign-ins: GOOGLE_AUDIENCES is not set on it.',
      )
    client ??= createClient(options.certsUrl)
    return identityOf(await payloadOf(await client, idToken, options.audiences))
  }
}

async function createClient(certsUrl: string | undefined): Promise<OAuth2Client> {
  // Loaded at the first sign-in: the start does not wait for it.
  const { OAuth2Client } = await import('google-auth-library')
  return new OAuth2Client(certsUrl ? { endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl } } : {})
}

async function payloadOf(client: OAuth2Client, idToken: string, audience: string[]): Promise<TokenPayload | undefined> {
  try {
    return (await client.verifyIdToken({ idToken, audience })).getPayload()
  } catch (error) {
    // The library's message may have the token in it, so it is neither passed on nor kept as the cause.
    if (error instanceof Error && error.message.startsWith('Failed to retrieve verification certificates'))
      throw new Problem(
        'unavailable',
        'The server could not fetch Google’s keys to check the sign-in. Try again in a moment.',
      )
    throw new Problem(
      'identity_refused',
      'Google’s token is not valid for this server: it has run out or is for another app. ' +
        'Reload the sidebar; if it stays, see that GOOGLE_AUDIENCES names this app.',
    )
  }
}

function identityOf(payload: TokenPayload | undefined): GoogleIdentity {
  if (!payload?.email || payload.email_verified !== true)
    throw new Problem(
      'identity_refused',
      'Google has not verified an e-mail address for this account. Verify it with Google and sign in again.',
    )
  return { sub: payload.sub, email: payload.email, name: payload.name ?? '' }
}
