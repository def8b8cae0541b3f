// What the accounts slice can do, put together from its parts.
import type { User } from '../../shared/contract/account-schemas.ts'
import type { Config } from '../config.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor, Authenticate } from '../platform/http/actor.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { type AccessTokens, createAccessTokens } from './access-token.ts'
import { authenticate } from './authenticate.ts'
import { getMe } from './get-me.ts'
import { createVerifyGoogle, type VerifyGoogle } from './google-identity.ts'
import { deleteExpiredTokens } from './grant-store.ts'
import { deleteExpiredLinks } from './link-store.ts'
import { createMails, type Mails } from './mails.ts'
import { createPasswords, type Passwords } from './password.ts'
import { deleteExpiredSessions } from './session-store.ts'
import { createTries, type Tries } from './tries.ts'

/** What the verbs work with. `secret` makes what only this server can make again. */
export type Accounts = {
  sql: Sql
  tokens: AccessTokens
  /** Seconds. */
  refreshLifetime: number
  secret: string
  keysPerUser: number
  passwords: Passwords
  tries: Tries
  mails: Mails
  verifyGoogle: VerifyGoogle
  authenticate: Authenticate
  getMe(actor: Actor): Promise<User>
}

export function createAccounts({ config, sql, jobs }: { config: Config; sql: Sql; jobs: Jobs }): Accounts {
  const tokens = createAccessTokens(config.jwtSecrets)
  const tries = createTries(sql, config.tries)
  jobs.schedule('expired-sessions', '23 3 * * *', async () => {
    await deleteExpiredSessions(sql)
    await deleteExpiredLinks(sql)
    await deleteExpiredTokens(sql)
  })
  return {
    ...{ sql, tokens, tries, refreshLifetime: config.refreshLifetime, secret: config.jwtSecret },
    keysPerUser: config.limits.keysPerUser,
    passwords: createPasswords(config.passwordCost),
    mails: createMails({ sql, jobs, mail: config.mail }),
    verifyGoogle: createVerifyGoogle(config.google),
    authenticate: (token) => authenticate({ sql, tokens }, token),
    getMe: (actor) => getMe(sql, actor),
  }
}
