// Who may open an exported spreadsheet: asked of Drive, in the name of the account that it was written with.
import type { Permission, PermissionBody } from '../../shared/contract/permission-schemas.ts'
import * as drive from '../google/permissions.ts'
import { type Done, recordAudit } from '../platform/audit/record-audit.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import type { Exports } from './exports.ts'
import { getExportRow } from './get-export.ts'
import { kindOf } from './quota.ts'

/** Somebody waits for the answer: fewer tries than in a job. */
const attempts = 3
const longestMs = 30_000

/** Throws `not_found`, `export_unwritten`, and the problems of connections. */
async function openShared({ sql, googleFor, quota }: Exports, actor: Actor, exportId: string) {
  const sheet = await getExportRow(sql, actor, exportId)
  if (sheet.spreadsheet_id === null)
    throw new Problem('export_unwritten', 'Who may open it can be said when it is there. Look at its status.')
  const owner = { workspaceId: actor.workspaceId, userId: sheet.user_id }
  const signal = AbortSignal.timeout(longestMs)
  const google: Awaited<ReturnType<typeof googleFor>> = await googleFor(owner, sheet.connection_id ?? undefined, {
    attempts,
    signal,
    before: ({ method, url }) => quota.take(kindOf(method, url), google.account, { onWait: async () => {}, signal }),
    onLimited: (error, { method, url }) => quota.close(kindOf(method, url), google.account, error),
  }).catch((error: unknown) => {
    const gone = error instanceof Problem && error.code === 'not_found'
    throw gone
      ? new Problem('google_not_connected', 'The Google account that it was written with is disconnected.')
      : error
  })
  return { google, spreadsheetId: sheet.spreadsheet_id, signal }
}

async function share<T>(
  exports: Exports,
  actor: Actor,
  exportId: string,
  work: (google: GoogleApi, spreadsheetId: string) => Promise<T>,
): Promise<T> {
  const { google, spreadsheetId, signal } = await openShared(exports, actor, exportId)
  try {
    return await work(google, spreadsheetId)
  } catch (error) {
    if (error instanceof Problem || !signal.aborted) throw error
    throw new Problem('google_busy', 'Google took too long. Try again in a minute.', { cause: error })
  }
}

export async function listPermissions(exports: Exports, actor: Actor, exportId: string) {
  return { items: await share(exports, actor, exportId, drive.listPermissions), next_cursor: null }
}

type Shared = 'permission.grant' | 'permission.revoke'

const audit = ({ sql }: Exports, actor: Actor, action: Shared, exportId: string) =>
  sql.begin((tx) => recordAudit(tx, actor, action, { type: 'export', id: exportId }))

export async function grantPermission(
  exports: Exports,
  actor: Actor,
  exportId: string,
  body: PermissionBody,
): Promise<Permission> {
  const granted = await share(exports, actor, exportId, (google, id) => drive.grantPermission(google, id, body))
  await audit(exports, actor, 'permission.grant', exportId)
  return granted
}

/** Google may have done it before we could write it down. Throws `not_found` when it was taken back since. */
export async function grantedBefore(
  exports: Exports,
  actor: Actor,
  exportId: string,
  body: PermissionBody,
  done: Done | null,
): Promise<{ value: Permission } | null> {
  const { items } = await listPermissions(exports, actor, exportId)
  const value = items.find((one) => drive.isSame(body, one))
  if (!value && done) throw new Problem('not_found', 'The permission is not there any more.')
  if (value && !done) await audit(exports, actor, 'permission.grant', exportId)
  return value ? { value } : null
}

export async function revokePermission(exports: Exports, actor: Actor, exportId: string, id: string): Promise<void> {
  await share(exports, actor, exportId, (google, spreadsheetId) => drive.revokePermission(google, spreadsheetId, id))
  await audit(exports, actor, 'permission.revoke', exportId)
}

/** What is not there was taken back: Google may have done it before we could write it down. */
export async function revokedBefore(
  exports: Exports,
  actor: Actor,
  exportId: string,
  id: string,
  done: Done | null,
): Promise<{ value: undefined } | null> {
  if (done) return { value: undefined }
  const { items } = await listPermissions(exports, actor, exportId)
  if (items.some((one) => one.id === id)) return null
  await audit(exports, actor, 'permission.revoke', exportId)
  return { value: undefined }
}
