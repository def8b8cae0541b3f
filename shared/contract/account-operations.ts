// Operations of accounts: signing up and in, who one is, API keys, and the links that are sent by mail.
import * as schemas from './account-schemas.ts'
import { IfMatch, type Operation } from './operation.ts'
import { page } from './schemas.ts'

const sessions = {
  register: {
    summary: 'Create an account with e-mail and password',
    description:
      'The answer is a session like that of a sign-in. Where the server sends mail, a link goes to the address, to confirm it.',
    body: schemas.RegisterBody,
    status: 201,
    response: schemas.Session,
    problems: ['email_taken', 'password_weak', 'too_many_requests'],
  },
  login: {
    summary: 'Sign in with e-mail and password',
    description:
      'A wrong password and an unknown e-mail answer the same. Wrong tries are counted by account and by network; `Retry-After` says how long to wait.',
    body: schemas.LoginBody,
    status: 200,
    response: schemas.Session,
    problems: ['wrong_credentials', 'too_many_requests'],
  },
  signInWithGoogle: {
    summary: 'Sign in with a Google identity token',
    description:
      'Google’s account is the identity, not its e-mail: an account with the same e-mail and a password stays another one until its owner links the two with `POST /auth/google/link`.',
    body: schemas.GoogleBody,
    status: 200,
    response: schemas.Session,
    problems: ['identity_refused', 'unavailable'],
  },
  refreshSession: {
    summary: 'Get a new access token, and the next refresh token',
    description:
      'Each refresh token is good for one time. One that comes again may be stolen: the session ends for whoever holds it (`session_ended`). Of two requests at the same moment one gets the tokens, the other `refresh_overlapped`. To be able to send a request again whose answer got lost, send an `Idempotency-Key` with it.',
    headers: schemas.RefreshKey,
    body: schemas.RefreshBody,
    status: 200,
    response: schemas.Session,
    problems: ['session_ended', 'refresh_overlapped'],
  },
  logout: {
    summary: 'End this session and all of its tokens',
    description: 'Its refresh token and its access tokens stop at once. Other sessions and API keys go on.',
    status: 204,
    problems: [],
  },
} as const satisfies Record<string, Operation>

const person = {
  getMe: { summary: 'Read who is signed in', status: 200, response: schemas.User, problems: [] },
  updateMe: {
    summary: 'Change name, e-mail or password',
    description:
      'A new e-mail becomes the account’s when the link that is sent to it is opened; until then it is `pending_email`, and sending the old one again takes the wish back. A new password ends all other sessions. Who signed in with Google and has no password sets the first one without `current_password`.',
    headers: IfMatch,
    body: schemas.UserBody,
    status: 200,
    response: schemas.User,
    problems: [
      ...(['wrong_password', 'password_missing', 'password_weak', 'email_taken', 'mail_not_configured'] as const),
      ...(['stale', 'too_many_requests'] as const),
    ],
  },
  linkGoogle: {
    summary: 'Let a Google account sign in to this account too',
    body: schemas.GoogleLinkBody,
    status: 200,
    response: schemas.User,
    problems: ['identity_refused', 'google_taken', 'google_linked', 'unavailable'],
  },
  unlinkGoogle: {
    summary: 'Stop the Google account from signing in to this account',
    description: 'An account without a password needs one first, or nobody could sign in to it any more.',
    status: 204,
    problems: ['not_found', 'password_missing'],
  },
} as const satisfies Record<string, Operation>

const mails = {
  verifyEmail: {
    summary: 'Confirm an e-mail address with the token of the link that was sent to it',
    body: schemas.VerifyBody,
    status: 204,
    problems: ['link_invalid', 'email_taken', 'mail_not_configured'],
  },
  sendVerification: {
    summary: 'Send the link that confirms the e-mail address again',
    status: 202,
    problems: ['email_verified', 'mail_not_configured', 'too_many_requests'],
  },
  forgotPassword: {
    summary: 'Send a link that sets a new password, if the address has an account; the answer is the same if not',
    body: schemas.ForgotBody,
    status: 202,
    problems: ['mail_not_configured', 'too_many_requests'],
  },
  resetPassword: {
    summary: 'Set a new password with the token of such a link, and end all sessions and API keys',
    description:
      'A password that is refused leaves the link as it was. A Google account that was linked before anybody had confirmed the address is unlinked.',
    body: schemas.ResetBody,
    status: 204,
    problems: ['link_invalid', 'password_weak', 'mail_not_configured'],
  },
} as const satisfies Record<string, Operation>

const keys = {
  listKeys: {
    summary: 'List the API keys, without the keys themselves',
    status: 200,
    response: page(schemas.ApiKey),
    problems: [],
  },
  createKey: {
    summary: 'Make an API key; it is shown this once',
    description:
      'Send it as `Authorization: Bearer tw_…`. It does what its scopes say, in the name of the person, and never manages the account or keys.',
    body: schemas.KeyBody,
    status: 201,
    response: schemas.NewApiKey,
    problems: ['too_many_keys'],
  },
  deleteKey: {
    summary: 'Revoke an API key at once',
    params: schemas.KeyParams,
    status: 204,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>

export const accountOperations = { ...sessions, ...person, ...mails, ...keys } as const satisfies Record<
  string,
  Operation
>
