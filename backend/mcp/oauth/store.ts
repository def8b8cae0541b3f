// SQL of the codes that AI clients exchange for tokens.
import type { Scope } from '../../../shared/contract/scopes.ts'
import type { Sql, Transaction } from '../../platform/database/connect.ts'

type Db = Sql | Transaction

export type CodeRow = {
  workspace_id: string
  user_id: string
  client_hash: Buffer
  client_name: string
  redirect_uri: string
  challenge: string
  scopes: Scope[]
}

/** Takes the place of everybody's that have run out; `lifetime` in seconds. */
export async function insertCode(db: Db, hash: Buffer, code: CodeRow, lifetime: number): Promise<void> {
  await db`delete from oauth_codes where expires_at <= now()`
  await db`
    insert into oauth_codes
      (workspace_id, code_hash, user_id, client_hash, client_name, redirect_uri, challenge, scopes, expires_at)
    values (${code.workspace_id}, ${hash}, ${code.user_id}, ${code.client_hash}, ${code.client_name},
      ${code.redirect_uri}, ${code.challenge}, ${code.scopes}, now() + ${lifetime} * interval '1 second')`
}

/** The code says whose it is. It is good for one time, however that ends. */
export async function takeCode(db: Db, hash: Buffer): Promise<CodeRow | undefined> {
  const [row] = await db<(CodeRow & { expired: boolean })[]>`
    delete from oauth_codes where code_hash = ${hash}
    returning workspace_id, user_id, client_hash, client_name, redirect_uri, challenge, scopes,
      expires_at <= now() as expired`
  return row?.expired ? undefined : row
}
