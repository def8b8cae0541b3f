// Lists the templates page by page.
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery } from '../../shared/contract/schemas.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import type { Template } from '../../shared/template/template.ts'
import { CountPlace, decodeCursor, toPage } from '../platform/cursor.ts'

/** Throws `Problem('invalid_request')` on a cursor of another list. */
export function listTemplates({ cursor, limit = limits.pageItems }: PageQuery): {
  items: Template[]
  next_cursor: string | null
} {
  const [from] = decodeCursor('templates', cursor, CountPlace) ?? [0]
  return toPage('templates', builtInTemplates.slice(from), limit, () => [from + limit])
}
