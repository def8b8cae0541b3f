// Makes templates of the workspace what the API tells of them, each state once.
import { LRUCache } from 'lru-cache'
import type { TemplateEntry } from '../../shared/contract/template-schemas.ts'
import type { TemplateRow } from './store.ts'

/** Characters of JSON that are kept ready. */
const mostKept = 8_000_000

const kept = new LRUCache<string, TemplateEntry>({
  maxSize: mostKept,
  sizeCalculation: (entry) => JSON.stringify(entry).length,
})

/** Of a committed row: versions never change then, so what was made ready to be sent is sent again. Frozen says so. */
export function ownEntry({ latest_version: _, ...row }: TemplateRow): TemplateEntry {
  const state = `${row.id} ${row.version} ${row.updated_at}`
  const known = kept.get(state)
  if (known) return known
  const entry = Object.freeze<TemplateEntry>({ ...row, built_in: false })
  kept.set(state, entry)
  return entry
}
