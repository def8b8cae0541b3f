// The two pages that links in mails lead to. Opening one does nothing: mail programs and scanners open links too.
import { pagePaths } from './compose-mail.ts'
import type { LinkPurpose } from './link-store.ts'

/** They load nothing and run nothing; and, unlike the API's own, it leaves servers on a plain address alone. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Works without a script and loads nothing. */
const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – Tablewright</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 24rem; margin: 15vh auto; padding: 0 1rem }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
input, button { margin: .5rem 0 1rem; padding: .6rem .75rem; border: 1px solid #888; border-radius: .4rem }
button { border-color: #1a6b45; background: #1a6b45; color: #fff; cursor: pointer }
[role=alert] { border-left: .25rem solid #b3261e; padding-left: .75rem }
</style>
</head>
<body><main>
<h1>${escaped(title)}</h1>
${content}
</main></body>
</html>
`

const titles: Record<LinkPurpose, string> = { verify: 'Confirm your e-mail address', reset: 'Set a new password' }

const fields: Record<LinkPurpose, string> = {
  verify: '<button>Confirm</button>',
  reset: `<label for="password">New password, at least 10 characters</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="200" required autofocus>
<button>Set the password</button>`,
}

/** `fault` is why it did not work the last time. */
export function formPage(purpose: LinkPurpose, token: string, fault?: string): string {
  const alert = fault === undefined ? '' : `<p role="alert">${escaped(fault)}</p>\n`
  // Relative, so that it also works behind a path of a proxy.
  return page(
    titles[purpose],
    `${alert}<form method="post" action=".${pagePaths[purpose]}">
<input type="hidden" name="token" value="${escaped(token)}">
${fields[purpose]}
</form>`,
  )
}

const done: Record<LinkPurpose, [string, string]> = {
  verify: ['Your address is confirmed', 'You can close this page.'],
  reset: ['Your new password is set', 'You can close this page, and sign in with it.'],
}

export function donePage(purpose: LinkPurpose): string {
  const [title, text] = done[purpose]
  return page(title, `<p>${escaped(text)}</p>`)
}

export const failedPage = (title: string, detail: string) => page(title, `<p role="alert">${escaped(detail)}</p>`)
