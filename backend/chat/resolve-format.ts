// The format that a message or an extraction asks for, with the template that it names.
import { ResponseFormat } from '../../shared/contract/output-schemas.ts'
import { formatOfSchema, formatOfTemplate } from '../extraction/format/compile-format.ts'
import type { Format } from '../extraction/format/format.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { getTemplate } from '../templates/get-template.ts'
import type { MessageInputs } from './message-store.ts'

/** What was asked for with a stored message. */
export const storedFormat = ({ response_format: text }: Pick<MessageInputs, 'response_format'>) =>
  text === undefined ? undefined : ResponseFormat.parse(JSON.parse(text))

/** Throws `Problem('format_invalid')`, or `not_found` for the template. */
export async function resolveFormat(
  sql: Sql,
  workspaceId: string,
  { template, json_schema }: ResponseFormat,
): Promise<Format> {
  if ((template === undefined) === (json_schema === undefined))
    throw new Problem('format_invalid', 'Name either a “template” or a “json_schema” in “response_format”.')
  if (template === undefined) return formatOfSchema(json_schema)
  return formatOfTemplate(await getTemplate(sql, workspaceId, template))
}
