// The page where a person signs in and lets an AI client use Tablewright for them.
import type { Scope } from '../../../../shared/contract/scopes.ts'
import { escaped, pagePolicy, plainPage } from '../../../platform/http/plain-page.ts'
import type { Demand } from '../authorize.ts'
import type { SignedIn } from './google-sign-in.ts'

const words: Record<Scope, string> = {
  'chat:read': 'read your conversations',
  'chat:write': 'send messages for you',
  'tables:read': 'read your tables',
  'tables:write': 'change your tables',
  'templates:read': 'read your templates',
  'templates:write': 'change your templates',
  'exports:read': 'see your exports and connected Google accounts',
  'exports:write': 'write spreadsheets into your connected Google accounts, and share them',
  extract: 'read tables from texts',
  'usage:read': 'see how much you used',
}

/** Whom the code goes to, as a person can check it. */
const targetOf = (uri: string) => {
  const { protocol, host } = new URL(uri)
  return protocol === 'https:' || protocol === 'http:' ? host : `${protocol}//${host}`
}

/** How a page is shown: `google` offers to sign in there; `signedIn` is who has done so; `fault` is why it did not work the last time. */
export type Showing = { days: number; google: boolean; signedIn?: SignedIn; email?: string; fault?: string }

const hiddenField = ([name, value]: [string, string]) =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`

const cancel = '<button class="plain" name="decision" value="deny" formnovalidate>Cancel</button>'

const forGuest = ({ google, email = '' }: Showing): string => `<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" maxlength="254" value="${escaped(email)}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200">
<button name="decision" value="allow">Sign in and allow</button>${cancel}
${google ? '<p><button class="plain" name="decision" value="google" formnovalidate>Continue with Google</button></p>' : '<p>You sign in with Google? Then set a password first (“forgotten password”), or give the program an API key.</p>'}`

const forSignedIn = ({ email, ticket }: SignedIn): string => `<p>You are signed in as <b>${escaped(email)}</b>.</p>
${hiddenField(['ticket', ticket])}
<button name="decision" value="allow">Allow</button>${cancel}`

/** `fields` are sent again with the answer. */
export function consentPage(
  { client, redirect_uri, scopes }: Demand,
  fields: Record<string, string | undefined>,
  showing: Showing,
): string {
  const { days, signedIn, fault } = showing
  const hidden = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : hiddenField([name, value]),
  )
  const list = scopes.map((scope) => `<li>${escaped(words[scope])}</li>`)
  const alert = fault === undefined ? '' : `<p role="alert">${escaped(fault)}</p>`
  return plainPage(
    `Let ${client.name} use Tablewright?`,
    `<p>The program that calls itself <b>${escaped(client.name)}</b> will be answered at <b>${escaped(targetOf(redirect_uri))}</b>. Go on only if you have just started this there. It could then:</p>
<ul>${list.join('')}</ul>
<p>It stays connected for as long as it comes back within ${days} days. You find it among your API keys, and can end that there.</p>
${alert}
<form method="post" action="authorize">
${hidden.join('\n')}
${signedIn ? forSignedIn(signedIn) : forGuest(showing)}
</form>`,
  )
}

export const refusedPage = (detail: string) =>
  plainPage('This can’t be connected', `<p role="alert">${escaped(detail)}</p>\n<p>You can close this page.</p>`)

/** After the form the browser may go to the client and to `google`, and nowhere else. */
export function consentPolicy(redirectUri?: string, google?: string): string {
  const sources = [...(redirectUri === undefined ? [] : [sourceOf(new URL(redirectUri))]), ...(google ? [google] : [])]
  return pagePolicy(sources.length === 0 ? undefined : sources.join(' '))
}

const sourceOf = ({ protocol, origin }: URL) => (origin === 'null' ? protocol : origin)
