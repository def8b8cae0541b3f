// Reads the signed-in user.
import type { User } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { findUser } from './store.ts'

/** Throws `Problem('unauthorized')` when the account was deleted meanwhile. */
export async function getMe(sql: Sql, actor: Actor): Promise<User> {
  const user = await findUser(sql, actor.userId)
  if (!user) throw new Problem('unauthorized', 'This account is not on this server any more. Sign in again.')
  return user
}
