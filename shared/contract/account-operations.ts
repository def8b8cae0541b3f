// Operations of accounts: signing up and in, who one is, API keys, and the links that are sent by mail.
import * as schemas from './account-schemas.ts'
import { IfMatch, type Operation } from './operation.ts'
import { page } from './schemas.ts'

const sessions = {
  register: {
    summary: 'Create an account with e-mail and password',
    body: schemas.RegisterBody,
    status: 201,
    response: schemas.Session,
    problems: ['email_taken', 'password_weak', 'too_many_requests'],
  },
  login: {
    summary: 'Sign in with e-mail and password',
    body: schemas.LoginBody,
    status: 200,
    response: schemas.Session,
    problems: ['wrong_credentials', 'too_many_requests'],
  },
  signInWithGoogle: {
    summary: 'Sign in with a Google identity token',
    body: schemas.GoogleBody,
    status: 200,
    response: schemas.Session,
    problems: ['identity_refused', 'unavailable'],
  },
  refreshSession: {
    summary: 'Get a new access token, and the next refresh token',
    headers: schemas.RefreshKey,
    body: schemas.RefreshBody,
    status: 200,
    response: schemas.Session,
    problems: ['session_ended', 'refresh_overlapped'],
  },
  logout: { summary: 'End this session and all of its tokens', status: 204, problems: [] },
} as const satisfies Record<string, Operation>

const person = {
  getMe: { summary: 'Who is signed in', status: 200, response: schemas.User, problems: [] },
  updateMe: {
    summary: 'Change name, e-mail or password',
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
