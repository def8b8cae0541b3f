// Seals the tokens of connected accounts anew, after the key was changed.
import type { Sql } from '../platform/database/connect.ts'
import { type Resealed, resealRows } from '../platform/secrets/reseal-rows.ts'
import type { SecretBox } from '../platform/secrets/secret-box.ts'
import { readSealed, replaceSealed, type SealedColumn, type SealedKey } from './store.ts'

const places: [column: SealedColumn, name: string][] = [
  ['refresh_token', 'refresh tokens of Google accounts'],
  ['access_token', 'access tokens of Google accounts'],
]

export async function resealConnections(sql: Sql, box: SecretBox): Promise<Resealed[]> {
  const done: Resealed[] = []
  for (const [column, name] of places)
    done.push(
      await resealRows<SealedKey>(box, {
        name,
        read: (after, limit) => readSealed(sql, column, after, limit),
        replace: ({ key, sealed }, next) => replaceSealed(sql, column, key, sealed, next),
      }),
    )
  return done
}
