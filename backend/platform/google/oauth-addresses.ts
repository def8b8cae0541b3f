// Where Google's OAuth server is.

export type OAuthAddresses = {
  /** Where the person agrees, in a browser. */
  consent: string
  token: string
  revoke: string
  /** The keys of identity tokens, as a JWK set. */
  keys: string
}

/** `root` takes the place of Google's own addresses, for a server that answers in their stead. */
export function oauthAddresses(root: string | undefined): OAuthAddresses {
  const own = root?.replace(/\/$/, '')
  return {
    consent: `${own ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`,
    token: `${own ?? 'https://oauth2.googleapis.com'}/token`,
    revoke: `${own ?? 'https://oauth2.googleapis.com'}/revoke`,
    keys: `${own ?? 'https://www.googleapis.com'}/oauth2/v3/certs`,
  }
}
