// Reads the signed-in user.
import type { User } from '../../shared/contract/account-schemas.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { findUser } from './store.ts'

/** Throws `Problem('unauthorized')` when the account was deleted meanwhile. */
export async function getMe(db: Sql | Transaction, actor: Actor): Promise<User> {
  const user = await findUser(db, actor.userId)
  if (!user) throw new Problem('unauthorized', 'This account is not on this server any more. Sign in again.')
  return user
}
