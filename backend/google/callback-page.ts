// The small page that a person sees after Google's: whether the account is connected, and what to do when it is not.

import { problems } from '../../shared/contract/problems.ts'
import type { Problem } from '../platform/problem.ts'

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** The same colours as the sidebar, light and dark. */
const style = `
:root{color-scheme:light dark;--ink:#1f1f1f;--soft:#5f6368;--line:#e3e6ea;--tint:#f6f8fb;--paper:#fff;--good:#137333;--bad:#a35200}
@media (prefers-color-scheme:dark){:root{--ink:#e3e3e3;--soft:#a8adb4;--line:#3a3d41;--tint:#1b1c1f;--paper:#232528;--good:#81c995;--bad:#fdd663}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--tint);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:1.5rem;padding:1.75rem;background:var(--paper);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 .75rem;font-size:1.2rem;line-height:1.3}
h1.good{color:var(--good)}h1.bad{color:var(--bad)}
p{margin:.5rem 0;overflow-wrap:anywhere}
.soft{color:var(--soft);font-size:.87rem}`

const page = (title: string, kind: 'good' | 'bad', paragraphs: string[]) => `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Tablewright</title>
<style>${style}</style>
<main>
<h1 class="${kind}">${escaped(title)}</h1>
${paragraphs.join('\n')}
</main>
</html>
`

/** `account` is who is signed in to Tablewright: whoever sees another one's name here was sent by somebody else. */
export const connectedPage = ({ email, account }: { email: string; account: string }): string =>
  page('Google is connected', 'good', [
    `<p>Tablewright can now make spreadsheets as <b>${escaped(email || 'your Google account')}</b>, for the Tablewright account <b>${escaped(account)}</b>. It sees only the files it makes.</p>`,
    '<p>You can close this page.</p>',
    '<p class="soft">Not your Tablewright account? Then take the permission back at <a href="https://myaccount.google.com/connections" rel="noreferrer">myaccount.google.com/connections</a>.</p>',
  ])

export const failedPage = ({ code, detail }: Problem): string =>
  page(code === 'google_declined' ? 'Google is not connected' : problems[code].title, 'bad', [
    `<p>${escaped(detail)}</p>`,
    '<p>You can close this page.</p>',
  ])
