// Lists the templates page by page.
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery } from '../../shared/contract/schemas.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import type { Template } from '../../shared/template/template.ts'
import { Problem } from '../platform/problem.ts'

/** The cursor is the id of the last template of the page before. Throws `Problem('invalid_request')` on another. */
export function listTemplates({ cursor, limit = limits.pageItems }: PageQuery): {
  items: Template[]
  next_cursor: string | null
} {
  const before = cursor === undefined ? -1 : builtInTemplates.findIndex(({ id }) => id === cursor)
  if (cursor !== undefined && before < 0)
    throw new Problem('invalid_request', 'The cursor is not one that this list gave out. Start again without it.')
  const items = builtInTemplates.slice(before + 1, before + 1 + limit)
  const more = before + 1 + items.length < builtInTemplates.length
  return { items, next_cursor: more ? (items.at(-1)?.id ?? null) : null }
}
