// The small page that a person sees after Google's: whether the account is connected, and what to do when it is not.

import { problems } from '../../shared/contract/problems.ts'
import { escaped, plainPage } from '../platform/http/plain-page.ts'
import type { Problem } from '../platform/problem.ts'

/** `account` is who is signed in to Tablewright: whoever sees another one's name here was sent by somebody else. */
export const connectedPage = ({ email, account }: { email: string; account: string }): string =>
  plainPage(
    'Google is connected',
    [
      `<p>Tablewright can now make spreadsheets as <b>${escaped(email || 'your Google account')}</b>, for the Tablewright account <b>${escaped(account)}</b>. It sees only the files it makes.</p>`,
      '<p>You can close this page.</p>',
      '<p class="soft">Not your Tablewright account? Then take the permission back at <a href="https://myaccount.google.com/connections" rel="noreferrer">myaccount.google.com/connections</a>.</p>',
    ].join('\n'),
    'good',
  )

export const failedPage = ({ code, detail }: Problem): string =>
  plainPage(
    code === 'google_declined' ? 'Google is not connected' : problems[code].title,
    [`<p>${escaped(detail)}</p>`, '<p>You can close this page.</p>'].join('\n'),
    'bad',
  )
