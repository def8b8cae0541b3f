// What Drive refuses when a spreadsheet is shared, in the words of the person who shares it.
import { GoogleError } from '../platform/google/google-error.ts'
import { googleProblem } from '../platform/google/google-problem.ts'
import { Problem } from '../platform/problem.ts'

const outside =
  'The organisation of this Google account does not let its files be shared like this. Share it with somebody inside, or ask its administrator.'

/** By Drive's reasons: some have several for one thing. */
const refusals: [reasons: RegExp, detail: string][] = [
  [
    /^invalidSharingRequest$/,
    'Google knows no account with this address. Correct it, or send “notify”: true, so that Google invites the person by mail.',
  ],
  [
    /^(?:publishOutNotPermitted|domainPolicy|sharingOutsideDomain\w*|shareOutNotPermitted|teamDriveDomain\w*|ownerDomain\w*)$/i,
    outside,
  ],
  [/^(?:cannotShare\w*|shareInNotPermitted)$/, outside],
  [
    /^(?:cannotModifyInherited\w*|cannotDeletePermission|inheritedPermission\w*)$/,
    'This permission comes from the folder or shared drive that the spreadsheet lies in. Change it there, in Google Drive.',
  ],
  [
    /^(?:expirationDate\w*|cannotAddExpiration\w*|cannotSetExpiration\w*)$/,
    'Google lets no such permission end by itself. Grant it in Google Drive.',
  ],
]

const limited =
  /^(?:sharingRateLimitExceeded|userRateLimitExceeded|rateLimitExceeded|numShares\w*|quotaExceeded|dailyLimitExceeded)$/

function refused(error: GoogleError): unknown {
  const { status, reason, said } = error
  const cause = { cause: error }
  if (status === 401)
    return new Problem(
      'google_reconnect',
      'Google no longer accepts this connection. Connect the account again.',
      cause,
    )
  const known = refusals.find(([reasons]) => reasons.test(reason))
  if (known) return new Problem('sharing_refused', known[1], cause)
  if (limited.test(reason))
    return new Problem('google_busy', 'Google has shared enough for this account today. Try again tomorrow.', {
      ...cause,
      headers: { 'Retry-After': '86400' },
    })
  if (status === 404 && /permission not found/i.test(said))
    return new Problem('not_found', 'There is no such permission. It may have been taken back already.', cause)
  if (status === 404)
    return new Problem(
      'spreadsheet_missing',
      'It may have been deleted, or it is not shared with this connection any more.',
      cause,
    )
  if (status === 403)
    return new Problem('spreadsheet_closed', 'This Google account may not share it. Ask its owner.', cause)
  if (status === 400)
    return new Problem(
      'sharing_refused',
      `Google did not accept it (${reason || status}). Check address and role.`,
      cause,
    )
  return googleProblem(error)
}

/** Anything that is not a GoogleError comes back as it is. */
export function sharingProblem(error: unknown): unknown {
  if (!(error instanceof GoogleError)) return error
  const cause = { cause: error }
  switch (error.outcome) {
    case 'refused':
      return refused(error)
    case 'limited':
      return new Problem('google_busy', 'Google asks to slow down. Try again in a minute.', cause)
    case 'not_done':
      return new Problem(
        'google_unreachable',
        'Google can’t be reached. Nothing was changed. Try again in a moment.',
        cause,
      )
    case 'unknown':
      return new Problem('google_failed', 'Google did not say whether it was done. List the permissions to see.', cause)
  }
}
