// A failed call to Google as a problem in the words of the person whose table was to be written.
import { Problem } from '../problem.ts'
import { GoogleError } from './google-error.ts'

const nothing = 'Nothing was written.'

function refused(error: GoogleError): Problem {
  const { status, reason, said } = error
  const cause = { cause: error }
  if (reason === 'invalid_client')
    return new Problem(
      'google_failed',
      `${nothing} Google refuses this server. Whoever runs it has to check GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.`,
      cause,
    )
  if (reason === 'invalid_grant' || status === 401)
    return new Problem(
      'google_reconnect',
      `${nothing} Google no longer accepts the connection. Connect it again.`,
      cause,
    )
  if (status === 404)
    return new Problem(
      'spreadsheet_missing',
      `${nothing} It may have been deleted, or it is not shared with this connection. Choose another one, or make a new one.`,
      cause,
    )
  if (/number of cells in the workbook above the limit/i.test(said))
    return new Problem(
      'spreadsheet_full',
      `${nothing} With this table it would have more than the 10 million cells that Google allows. Use a new spreadsheet.`,
      cause,
    )
  if (/protected cell|protected range/i.test(said))
    return new Problem(
      'spreadsheet_closed',
      `${nothing} This part of it is protected. Choose another place, or ask the owner to let you edit it.`,
      cause,
    )
  if (/limit|quota/i.test(reason) && status === 403)
    return new Problem(
      'google_busy',
      `${nothing} A limit of Google’s is reached (${reason}). Try again tomorrow.`,
      cause,
    )
  if (status === 403)
    return new Problem(
      'spreadsheet_closed',
      `${nothing} This Google account may not edit it. Ask its owner, or make a copy of it.`,
      cause,
    )
  return new Problem('google_failed', `${nothing} Google did not accept it (${status}). Report this fault.`, cause)
}

/** Anything that is not a GoogleError comes back as it is. */
export function googleProblem(error: unknown): unknown {
  if (!(error instanceof GoogleError)) return error
  const cause = { cause: error }
  switch (error.outcome) {
    case 'refused':
      return refused(error)
    case 'limited':
      return new Problem('google_busy', `${nothing} Google asks to slow down. Try again in a minute.`, cause)
    case 'not_done':
      return new Problem('google_unreachable', `${nothing} Google can’t be reached. Try again in a moment.`, cause)
    case 'unknown':
      return new Problem(
        'google_failed',
        'Google did not say whether the table was written. Try again: what is there already is not written twice.',
        cause,
      )
  }
}
