// Takes an uploaded file, if it is text or a workbook that can be read.
import { createHash } from 'node:crypto'
import type { StoredFile } from '../../shared/contract/schemas.ts'
import { decodeText } from '../../shared/table/read.ts'
import { recogniseFile } from '../extraction/recognise-file.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { UploadedBytes } from '../platform/http/body.ts'
import { hashAll } from '../platform/http/keyed-request.ts'
import { keyReused } from '../platform/idempotency/kept-answers.ts'
import { Problem } from '../platform/problem.ts'
import { createTurns } from '../platform/turns.ts'
import { insertFile } from './file-store.ts'
import { getFile, readFile } from './files.ts'

/** Why these bytes can't be read, or null. */
function whyUnreadable(bytes: Buffer): string | null {
  if (bytes.length === 0) return 'It is empty. Check that it was saved, then upload it again.'
  const file = recogniseFile(bytes)
  if (file.kind === 'refused') return file.remedy
  if (file.kind !== 'text') return null
  const sample = decodeText(bytes.subarray(0, 64_000))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells data from text.
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (controls > sample.length / 100)
    return 'It holds no text. Upload an Excel workbook (.xlsx), an OpenDocument spreadsheet (.ods), CSV or any other text.'
  return null
}

/** Throws `Problem('file_unreadable')` with the remedy. */
export function demandReadable(bytes: Buffer): void {
  const reason = whyUnreadable(bytes)
  // Without the file's name: it is known to whoever sent it, and details stand in the log.
  if (reason) throw new Problem('file_unreadable', reason)
}

/** A file takes five times its size while the database takes it: two at once are 500 MB at the limit. */
const inTurn = createTurns(2)

/** Throws `Problem('file_unreadable')` with the remedy, or `file_too_large` from the upload itself. */
export async function uploadFile(sql: Sql, actor: Actor, upload: UploadedBytes): Promise<StoredFile> {
  const chunks: Buffer[] = []
  for await (const chunk of upload.chunks) chunks.push(chunk)
  return await inTurn(async () => {
    const content = Buffer.concat(chunks.splice(0))
    demandReadable(content)
    const { workspaceId, userId } = actor
    return await sql.begin(async (tx) => {
      const file = await insertFile(tx, { workspaceId, userId, name: upload.name, content })
      await recordAudit(tx, actor, 'file.upload', { type: 'file', id: file.id })
      return file
    })
  })
}

/** The file that was stored before its answer got lost. Throws `key_reused` when other bytes come now, and `not_found`. */
export async function uploadedBefore(sql: Sql, actor: Actor, upload: UploadedBytes, id: string): Promise<StoredFile> {
  const stored = await readFile(sql, actor.workspaceId, id)
  const same =
    stored &&
    createHash('sha256')
      .update(stored)
      .digest()
      .equals(await hashAll(upload))
  if (stored && !same) throw keyReused()
  return await getFile(sql, actor, id)
}
