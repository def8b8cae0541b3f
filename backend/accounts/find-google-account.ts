// Finds the account that a Google account signs in to.
import type { Sql } from '../platform/database/connect.ts'
import { findGoogleOwner } from './store.ts'

/** By Google's `sub`, for whoever has checked it themselves. Undefined when there is no such account. */
export const findGoogleAccount = (
  sql: Sql,
  sub: string,
): Promise<{ userId: string; workspaceId: string } | undefined> => findGoogleOwner(sql, sub)
