// Takes an uploaded file, if it is one whose text can be read.
import type { StoredFile } from '../../shared/contract/schemas.ts'
import { decodeText } from '../../shared/table/read.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { UploadedBytes } from '../platform/http/body.ts'
import { Problem } from '../platform/problem.ts'
import { createTurns } from '../platform/turns.ts'
import { insertFile } from './file-store.ts'

/** Formats that are no text, by their first bytes, with what to do instead. */
const foreign: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'It is a workbook or another packed file. Save it as CSV and upload that.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'It is an old Excel or Word file. Save it as CSV and upload that.'],
  [[0x25, 0x50, 0x44, 0x46], 'It is a PDF. Copy its text into the message instead.'],
  [[0x89, 0x50, 0x4e, 0x47], 'It is a picture. Only text can be read: CSV, TSV, JSON, HTML, Markdown or plain text.'],
  [[0xff, 0xd8, 0xff], 'It is a picture. Only text can be read: CSV, TSV, JSON, HTML, Markdown or plain text.'],
  [[0x47, 0x49, 0x46, 0x38], 'It is a picture. Only text can be read: CSV, TSV, JSON, HTML, Markdown or plain text.'],
  [[0x1f, 0x8b], 'It is packed. Unpack it and upload what is in it.'],
]

/** Why these bytes are no text, or null. */
function whyUnreadable(bytes: Buffer): string | null {
  if (bytes.length === 0) return 'It is empty. Check that it was saved, then upload it again.'
  for (const [magic, remedy] of foreign) if (magic.every((byte, index) => bytes[index] === byte)) return remedy
  const sample = decodeText(bytes.subarray(0, 64_000))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells data from text.
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (controls > sample.length / 100) return 'It holds no text. Upload CSV, TSV, JSON, HTML, Markdown or plain text.'
  return null
}

/** A file takes five times its size while the database takes it: two at once are 500 MB at the limit. */
const inTurn = createTurns(2)

/** Throws `Problem('file_unreadable')` with the remedy, or `file_too_large` from the upload itself. */
export async function uploadFile(sql: Sql, actor: Actor, upload: UploadedBytes): Promise<StoredFile> {
  const chunks: Buffer[] = []
  for await (const chunk of upload.chunks) chunks.push(chunk)
  return await inTurn(async () => {
    const content = Buffer.concat(chunks.splice(0))
    const reason = whyUnreadable(content)
    // Without the file's name: it is known to whoever sent it, and details stand in the log.
    if (reason) throw new Problem('file_unreadable', reason)
    return await insertFile(sql, { workspaceId: actor.workspaceId, userId: actor.userId, name: upload.name, content })
  })
}
