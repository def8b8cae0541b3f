// The two pages that links in mails lead to. Opening one does nothing: mail programs and scanners open links too.
import { escaped, plainPage } from '../platform/http/plain-page.ts'
import { pagePaths } from './compose-mail.ts'
import type { LinkPurpose } from './link-store.ts'

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
  return plainPage(
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
  return plainPage(title, `<p>${escaped(text)}</p>`)
}

export const failedPage = (title: string, detail: string) => plainPage(title, `<p role="alert">${escaped(detail)}</p>`)
