// Operations of accounts: signing up and in, and who one is.
import type { Operation } from './operation.ts'
import * as schemas from './schemas.ts'

export const accountOperations = {
  register: {
    summary: 'Create an account with e-mail and password',
    body: schemas.RegisterBody,
    status: 201,
    response: schemas.Session,
    problems: ['email_taken'],
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
  getMe: { summary: 'Who is signed in', status: 200, response: schemas.User, problems: [] },
} as const satisfies Record<string, Operation>
