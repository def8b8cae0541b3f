// The templates: those of the product to look at and copy, the person's own to change.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TemplateEntry } from '../../../../shared/contract/template-schemas.ts'
import { deleteTemplate, importTemplate, learnTemplate, listTemplates } from '../../actions/templates.ts'
import { useApp } from '../../app-context.ts'
import { type Fault, faultOf } from '../../fault.ts'
import type { State } from '../../state.ts'
import { type Draft, draftOf, emptyTemplate } from '../../template-draft.ts'
import { counted } from '../../words.ts'
import { FaultNotice, Notice } from '../notice.tsx'
import { Body } from '../scroll-region.tsx'
import { SkeletonLines } from '../skeleton.tsx'

export function TemplateList({ state }: { state: State }) {
  const app = useApp()
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const [notes, setNotes] = useState<string[]>([])
  const file = useRef<HTMLInputElement>(null)
  const { templates, selection } = state

  const attempt = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await work()
    } catch (error) {
      setFault(faultOf(error))
    }
    setBusy(false)
  }
  const load = () => attempt(async () => void (await listTemplates(app, true)))
  useEffect(() => {
    void load()
  }, [])

  const edit = (draft: Draft, notes: string[] = []) =>
    app.store.set({ view: { name: 'template', draft, from: null, notes } })
  const learn = () =>
    attempt(async () => {
      const { draft, notes } = await learnTemplate(app)
      edit(draft, notes)
    })
  const own = templates?.filter((one) => !one.built_in) ?? []
  const given = templates?.filter((one) => one.built_in && one.layout.columns.length > 0) ?? []
  return (
    <>
      <Body label="Templates" start>
        {fault !== null && <FaultNotice fault={fault} remedies={[{ label: 'Load again', act: load }]} />}
        {notes.length > 0 && (
          <Notice tone="care" title="Not all of the file is in the template">
            {notes.join(' ')}
          </Notice>
        )}
        {templates === null && fault === null && <SkeletonLines />}
        {templates !== null && (
          <>
            <h2 class="small">Your own</h2>
            {own.length === 0 ? (
              <p class="hint">
                None yet. Make one from a table you like: select it in the sheet and press {'\u201c'}Learn from the
                selection{'\u201d'}.
              </p>
            ) : (
              <ul class="list">
                {own.map((template) => (
                  <TemplateLine key={template.id} template={template} onFault={setFault} />
                ))}
              </ul>
            )}
            <h2 class="small">Of Tablewright</h2>
            <ul class="list">
              {given.map((template) => (
                <TemplateLine key={template.id} template={template} onFault={setFault} />
              ))}
            </ul>
          </>
        )}
      </Body>
      <footer>
        <button type="button" class="btn" aria-disabled={busy || selection === null} onClick={learn}>
          Learn from the selection
        </button>
        <div class="row">
          <button type="button" class="btn ghost" onClick={() => edit(emptyTemplate())}>
            New template
          </button>
          <button type="button" class="btn ghost" aria-disabled={busy} onClick={() => file.current?.click()}>
            Open a file
          </button>
        </div>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (chosen) void attempt(async () => setNotes(await importTemplate(app, chosen)))
          }}
        />
      </footer>
    </>
  )
}

function TemplateLine({ template, onFault }: { template: TemplateEntry; onFault: (fault: Fault) => void }) {
  const app = useApp()
  const [asking, setAsking] = useState(false)
  const { name, layout, built_in } = template

  const open = async () => {
    try {
      const params = { template_id: template.id }
      const { body, etag } = await app.api.read('getTemplate', { params })
      app.store.set({ view: { name: 'template', draft: draftOf(body), from: { id: body.id, etag }, notes: [] } })
    } catch (error) {
      onFault(faultOf(error))
    }
  }
  const copy = () =>
    app.store.set({
      view: { name: 'template', draft: { ...draftOf(template), name: `${name} (copy)` }, from: null, notes: [] },
    })
  const remove = async () => {
    try {
      await deleteTemplate(app, template.id)
    } catch (error) {
      setAsking(false)
      onFault(faultOf(error))
    }
  }
  if (asking) {
    return (
      <li class="note bad">
        <div dir="auto">
          Delete {'\u201c'}
          {name}
          {'\u201d'}? Tables that were written with it stay as they are.
        </div>
        <div class="row above">
          <button type="button" class="btn out" ref={(button) => button?.focus()} onClick={remove}>
            Delete it
          </button>
          <button type="button" class="btn ghost" onClick={() => setAsking(false)}>
            Keep it
          </button>
        </div>
      </li>
    )
  }
  return (
    <li>
      <button type="button" class="open" onClick={built_in ? copy : open}>
        <span class="cut" dir="auto">
          <TemplateSwatch template={template} />
          {name}
        </span>
        <small>{counted(layout.columns.length, 'column')}</small>
      </button>
      <div class="row under">
        {!built_in && (
          <button type="button" class="link" aria-label={`Change ${name}`} onClick={open}>
            Change
          </button>
        )}
        <button type="button" class="link" aria-label={`Copy ${name}`} onClick={copy}>
          {built_in ? 'Make a copy to change' : 'Copy'}
        </button>
        {!built_in && (
          <button type="button" class="link" aria-label={`Delete ${name}`} onClick={() => setAsking(true)}>
            Delete
          </button>
        )}
      </div>
    </li>
  )
}

/** Its header's colour, to know it by. */
function TemplateSwatch({ template }: { template: TemplateEntry }) {
  return <i class="swatch" style={{ background: template.formatting.header.background }} aria-hidden="true" />
}
