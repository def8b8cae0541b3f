// The tokens of the local OAuth server: who holds which, for which client and scopes, and until when.
import { randomBytes } from 'node:crypto'
import type { Caller } from '../http/call.ts'

export type Grant = {
  user: string
  client: string
  /** Whole scope addresses as they were asked for. */
  scopes: string[]
}
export type Code = Grant & { redirectUri: string; challenge: string | null; offline: boolean }

export type Tokens = {
  codes: Map<string, Code>
  refresh: Map<string, Grant>
  access: Map<string, Grant & { expires: number }>
}

/** How long an access token lives, in seconds, as Google's answers say it. */
export const lifetime = 3599

export function newTokens(): Tokens {
  return { codes: new Map(), refresh: new Map(), access: new Map() }
}

const secret = (bytes: number) => randomBytes(bytes).toString('base64url')

export function newCode(tokens: Tokens, code: Code): string {
  const text = `4/0A${secret(48)}`
  tokens.codes.set(text, code)
  return text
}

export function newRefreshToken(tokens: Tokens, grant: Grant): string {
  const text = `1//0${secret(60)}`
  tokens.refresh.set(text, grant)
  return text
}

/** A new access token that lives an hour. */
export function newAccessToken(tokens: Tokens, { user, client, scopes }: Grant): string {
  const text = `ya29.${secret(120)}`
  tokens.access.set(text, { user, client, scopes, expires: Date.now() + lifetime * 1000 })
  return text
}

/** What an account has granted a client for good; empty when it has not, or has taken it back. */
export function grantedScopes(tokens: Tokens, user: string, client: string): string[] {
  const grants = [...tokens.refresh.values()].filter((one) => one.user === user && one.client === client)
  return [...new Set(grants.flatMap(({ scopes }) => scopes))]
}

/** Forgets a token, and with a refresh token everything its client was granted for the account; false when unknown. */
export function revoke(tokens: Tokens, text: string): boolean {
  const grant = tokens.refresh.get(text) ?? tokens.access.get(text)
  if (!grant) return false
  for (const held of [tokens.refresh, tokens.access])
    for (const [key, one] of held) if (one.user === grant.user && one.client === grant.client) held.delete(key)
  return true
}

/** Whom an access token stands for; null when it is unknown or has run out. */
export function callerOf(tokens: Tokens, text: string): Caller | null {
  const held = tokens.access.get(text)
  if (!held || held.expires < Date.now()) return null
  return { user: held.user, client: held.client, scopes: held.scopes.map(shortScope) }
}

/** `spreadsheets` for `https://www.googleapis.com/auth/spreadsheets`. */
function shortScope(scope: string): string {
  return scope.replace(/^https:\/\/www\.googleapis\.com\/auth\//, '')
}
