// What the accounts slice can do, put together from its parts.
import type * as z from 'zod'
import type { GoogleBody, LoginBody, RegisterBody, Session, User } from '../../shared/contract/schemas.ts'
import type { Config } from '../config.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor, Authenticate } from '../platform/http/actor.ts'
import { createAccessTokens } from './access-token.ts'
import { authenticate } from './authenticate.ts'
import { getMe } from './get-me.ts'
import { createVerifyGoogle } from './google-identity.ts'
import { login } from './login.ts'
import { createLoginThrottle } from './login-throttle.ts'
import { register } from './register.ts'
import { signInWithGoogle } from './sign-in-with-google.ts'

export type Accounts = {
  register(body: RegisterBody): Promise<Session>
  login(body: LoginBody, address: string): Promise<Session>
  signInWithGoogle(body: z.infer<typeof GoogleBody>): Promise<Session>
  getMe(actor: Actor): Promise<User>
  authenticate: Authenticate
}

export function createAccounts({ config, sql }: { config: Config; sql: Sql }): Accounts {
  const tokens = createAccessTokens(config.jwtSecret)
  const throttle = createLoginThrottle()
  const verifyGoogle = createVerifyGoogle(config.google)
  return {
    register: (body) => register({ sql, tokens }, body),
    login: (body, address) => login({ sql, tokens, throttle }, body, address),
    signInWithGoogle: (body) => signInWithGoogle({ sql, tokens, verifyGoogle }, body.id_token),
    getMe: (actor) => getMe(sql, actor),
    authenticate: (token) => authenticate({ sql, tokens }, token),
  }
}
