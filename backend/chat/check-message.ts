// Checks a message before anything is stored, and says of its attachments what people will see of them.
import { limits } from '../../shared/contract/limits.ts'
import type { Attachment, MessageBody } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import { describeBytes } from '../platform/describe-bytes.ts'
import { Problem } from '../platform/problem.ts'
import { getTemplate } from '../templates/get-template.ts'
import { selectFiles } from './file-store.ts'
import type { AttachmentLabel, MessageInputs } from './message-store.ts'
import { resolveFormat } from './resolve-format.ts'

const amount = (count: number, what: string) => `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`

/** Throws `message_empty`, `message_too_long`. */
export function checkText(body: Pick<MessageBody, 'content' | 'attachments'>, messageBytes: number): void {
  if (body.content.trim() === '' && !body.attachments?.length)
    throw new Problem('message_empty', 'Write something, paste data, attach a file or use the selection, then send.')
  const bytes = Buffer.byteLength(body.content)
  if (bytes > messageBytes)
    throw new Problem(
      'message_too_long',
      `It has ${describeBytes(bytes)} of text; a message may have ${describeBytes(messageBytes)}. Send the text as a file instead.`,
    )
}

async function describeFiles(sql: Sql, workspaceId: string, attachments: Attachment[]) {
  const ids = attachments.flatMap((attachment) => (attachment.kind === 'file' ? [attachment.file_id] : []))
  const files = ids.length > 0 ? await selectFiles(sql, workspaceId, ids) : []
  return new Map(files.map((file) => [file.id, file]))
}

/**
 * Throws `message_empty`, `message_too_long`, `file_too_large` for all files together, `file_unreadable` for one that is
 * not there, `not_found` for a template, `format_invalid`.
 */
export async function checkMessage(
  sql: Sql,
  workspaceId: string,
  body: MessageBody,
  messageBytes: number,
): Promise<{ labels: AttachmentLabel[]; inputs: MessageInputs }> {
  checkText(body, messageBytes)
  const { response_format: format } = body
  if (format && body.template)
    throw new Problem('format_invalid', 'Send either “template” or “response_format”, which may name the template.')
  if (format) await resolveFormat(sql, workspaceId, format)
  if (body.template) await getTemplate(sql, workspaceId, body.template)
  const attachments = body.attachments ?? []
  const files = await describeFiles(sql, workspaceId, attachments)
  const bytes = [...files.values()].reduce((sum, file) => sum + file.size, 0)
  if (bytes > limits.fileBytes)
    throw new Problem(
      'file_too_large',
      `The files have ${describeBytes(bytes)} together; a message may bring ${describeBytes(limits.fileBytes)}. Send them in several messages.`,
    )
  const labels = attachments.map((attachment): AttachmentLabel => {
    if (attachment.kind === 'range') {
      if (attachment.rows.some((row) => row.length !== attachment.columns.length))
        throw new Problem('invalid_request', 'A row of the range has more or fewer cells than the range has columns.')
      const detail = `${amount(attachment.rows.length, 'row')}, ${amount(attachment.columns.length, 'column')}`
      return { kind: 'range', label: attachment.a1, detail }
    }
    const file = files.get(attachment.file_id)
    if (!file) throw new Problem('file_unreadable', 'An attached file is not on the server any more. Attach it again.')
    return { kind: 'file', label: file.name, detail: describeBytes(file.size) }
  })
  const { template, locale } = body
  return {
    labels,
    inputs: { attachments, template, locale, ...(format ? { response_format: JSON.stringify(format) } : {}) },
  }
}
