// Holds a signed-in person's account still while it is changed.
import type { Transaction } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { lockUser } from './store.ts'

/** Nobody else changes it until the transaction ends. Throws `unauthorized` when it was deleted meanwhile. */
export async function demandUser(tx: Transaction, userId: string): Promise<void> {
  if (!(await lockUser(tx, userId)))
    throw new Problem('unauthorized', 'This account is not on this server any more. Sign in again.')
}
