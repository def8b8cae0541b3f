// The page where a person signs in and lets an AI client use Tablewright for them.
import type { Scope } from '../../../shared/contract/scopes.ts'
import type { Demand } from './authorize.ts'

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

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

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:8vh auto;padding:0 1rem;overflow-wrap:anywhere}
label,input{display:block;width:100%;box-sizing:border-box;font:inherit}
input{margin:.25rem 0 .9rem;padding:.55rem .7rem;border:1px solid #888;border-radius:.4rem}
button{font:inherit;padding:.55rem 1.2rem;margin-right:.5rem;border:1px solid #0b57d0;border-radius:.4rem;background:#0b57d0;color:#fff;cursor:pointer}
button.plain{background:none;color:inherit;border-color:#888}
[role=alert]{border-left:.25rem solid #b3261e;padding-left:.75rem}`

const page = (title: string, content: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – Tablewright</title>
<style>${style}</style>
</head>
<body><main>
<h1>${escaped(title)}</h1>
${content}
</main></body>
</html>
`

/** Whom the code goes to, as a person can check it. */
const targetOf = (uri: string) => {
  const { protocol, host } = new URL(uri)
  return protocol === 'https:' || protocol === 'http:' ? host : `${protocol}//${host}`
}

/** `fields` are sent again with the answer; `fault` is why it did not work the last time. */
export function consentPage(
  { client, redirect_uri, scopes }: Demand,
  fields: Record<string, string | undefined>,
  again: { email?: string; fault?: string } = {},
): string {
  const hidden = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value ?? '')}">`)
  const list = scopes.map((scope) => `<li>${escaped(words[scope])}</li>`)
  const alert = again.fault === undefined ? '' : `<p role="alert">${escaped(again.fault)}</p>`
  return page(
    `Let ${client.name} use Tablewright?`,
    `<p>The program that calls itself <b>${escaped(client.name)}</b> will be answered at <b>${escaped(targetOf(redirect_uri))}</b>. Go on only if you have just started this there. It could then:</p>
<ul>${list.join('')}</ul>
<p>It gets a key of its own for 90 days. You find it among your API keys, and can revoke it.</p>
${alert}
<form method="post">
${hidden.join('\n')}
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" maxlength="254" value="${escaped(again.email ?? '')}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200">
<p>You sign in with Google? Then set a password first (“forgotten password”), or give the program an API key.</p>
<button name="decision" value="allow">Sign in and allow</button><button class="plain" name="decision" value="deny" formnovalidate>Cancel</button>
</form>`,
  )
}

export const refusedPage = (detail: string) =>
  page('This can’t be connected', `<p role="alert">${escaped(detail)}</p>\n<p>You can close this page.</p>`)

/** Nothing is loaded, run or framed; and after the form the browser may go to the client, and nowhere else. */
export function pagePolicy(redirectUri?: string): string {
  const target = redirectUri === undefined ? '' : ` ${sourceOf(new URL(redirectUri))}`
  return `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'${target}; base-uri 'none'; frame-ancestors 'none'`
}

const sourceOf = ({ protocol, origin }: URL) => (origin === 'null' ? protocol : origin)
