// The templates of the product and the person's own: list, save, delete, take out as a file, learn from the sheet.
import type { TemplateEntry, TemplateFile } from '../../../shared/contract/template-schemas.ts'
import type { App } from '../app-context.ts'
import { faultHere } from '../fault.ts'
import { type Draft, draftOf, settleKeys } from '../template-draft.ts'

const page = 100

/** All templates, from memory after the first time. */
export async function listTemplates(app: App, anew = false): Promise<TemplateEntry[]> {
  const known = app.store.get().templates
  if (known !== null && !anew) return known
  const items: TemplateEntry[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: { limit: number; cursor?: string } = cursor === '' ? { limit: page } : { limit: page, cursor }
    const answer: { items: TemplateEntry[]; next_cursor: string | null } = await app.api.call('listTemplates', {
      query,
    })
    items.push(...answer.items)
    cursor = answer.next_cursor
  }
  app.store.set({ templates: items })
  return items
}

function remember(app: App, saved: TemplateEntry): void {
  app.store.set((state) => {
    const templates = state.templates ?? []
    const known = templates.some(({ id }) => id === saved.id)
    return {
      ...state,
      templates: known ? templates.map((one) => (one.id === saved.id ? saved : one)) : [...templates, saved],
    }
  })
}

/** Saves a new template, or the next version of one that was read with `etag`. */
export async function saveTemplate(app: App, draft: Draft, before: { id: string; etag: string } | null) {
  const body = settleKeys(draft)
  const saved = before
    ? await app.api.call('updateTemplate', {
        params: { template_id: before.id },
        body,
        headers: { 'if-match': before.etag },
      })
    : await app.api.call('createTemplate', { body })
  remember(app, saved)
  return saved
}

export async function deleteTemplate(app: App, id: string): Promise<void> {
  await app.api.call('deleteTemplate', { params: { template_id: id } })
  app.store.set((state) => ({ ...state, templates: state.templates?.filter((one) => one.id !== id) ?? null }))
}

/** Saves the template of a file: one that was taken out here, or a JSON Schema. Answers what of it was left out. */
export async function importTemplate(app: App, file: File): Promise<string[]> {
  let content: unknown
  try {
    content = JSON.parse(await file.text())
  } catch {
    const detail = 'It is no JSON. Choose a file that was saved here with \u201cSave as a file\u201d, or a JSON Schema.'
    throw faultHere('template_file', 'This file holds no template.', detail)
  }
  const { notes, ...saved } = await app.api.call('importTemplate', { body: content as Record<string, unknown> })
  remember(app, saved)
  return notes
}

const asFile = (template: Draft): TemplateFile => ({ format: 'tablewright-template', format_version: 1, template })

/** The template as the text of a file. */
export const templateFile = (draft: Draft): string => JSON.stringify(asFile(draftOf(draft)), null, 2)

/** A draft made from the selected range, with what was noticed. */
export async function learnTemplate(app: App): Promise<{ draft: Draft; notes: string[] }> {
  const { template, notes } = await app.rpc('learn', {})
  return { draft: draftOf(template), notes }
}
