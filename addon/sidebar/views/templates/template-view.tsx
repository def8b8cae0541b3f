// One template being edited: its columns, its look, its earlier versions, and one button that saves it.
import { useState } from 'preact/hooks'
import { saveTemplate } from '../../actions/templates.ts'
import { useApp } from '../../app-context.ts'
import { type Fault, faultOf } from '../../fault.ts'
import type { View } from '../../state.ts'
import { addColumn, type Draft } from '../../template-draft.ts'
import { counted } from '../../words.ts'
import { FaultNotice, Notice } from '../notice.tsx'
import { Body } from '../scroll-region.tsx'
import { ColumnEditor } from './column-editor.tsx'
import { LookEditor } from './look-editor.tsx'
import { TemplateFileCard } from './template-file-card.tsx'
import { VersionList } from './version-list.tsx'

type TemplateViewProps = Extract<View, { name: 'template' }>

export function TemplateView({ draft: given, from, notes }: TemplateViewProps) {
  const app = useApp()
  const [draft, setDraft] = useState<Draft>(given)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const back = () => app.store.set({ view: { name: 'templates' } })
  const reason = whyNotSave(draft)

  const save = async () => {
    if (busy || reason !== null) return
    setBusy(true)
    setFault(null)
    try {
      await saveTemplate(app, draft, from)
      back()
    } catch (error) {
      setFault(faultOf(error))
      setBusy(false)
    }
  }
  return (
    <>
      <Body label="Template" start>
        {notes.length > 0 && (
          <Notice tone="care" title="Learned from the sheet">
            {notes.map((note) => (
              <span key={note} class="block">
                {note}
              </span>
            ))}
          </Notice>
        )}
        <div class="field">
          <label for="template-name">Name</label>
          <input
            id="template-name"
            type="text"
            dir="auto"
            maxLength={200}
            value={draft.name}
            onInput={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="template-about">What it is for</label>
          <textarea
            id="template-about"
            dir="auto"
            rows={2}
            maxLength={2000}
            value={draft.description}
            onInput={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
          />
        </div>
        <h2 class="small">{counted(draft.layout.columns.length, 'column')}</h2>
        {draft.layout.columns.map((column, at) => (
          <ColumnEditor key={column.key} draft={draft} at={at} onChange={setDraft} />
        ))}
        <button type="button" class="btn out" onClick={() => setDraft(addColumn(draft))}>
          Add a column
        </button>
        <LookEditor draft={draft} onChange={setDraft} />
        {from !== null && <VersionList id={from.id} onBring={setDraft} />}
        <TemplateFileCard draft={draft} onChange={setDraft} />
      </Body>
      <footer>
        {fault !== null && <FaultNotice fault={fault} remedies={remediesFor(fault, back)} />}
        {reason !== null && <p class="hint">{reason}.</p>}
        <div class="row">
          <button type="button" class="btn grow" aria-disabled={busy || reason !== null} onClick={save}>
            {busy ? 'Saving\u2026' : 'Save the template'}
          </button>
          <button type="button" class="btn ghost" onClick={back}>
            Back
          </button>
        </div>
      </footer>
    </>
  )
}

/** Another window saved it meanwhile: what stands here can be kept by copying it, and the new one read. */
const remediesFor = (fault: Fault, back: () => void) =>
  fault.code === 'stale' ? [{ label: 'Back to the templates', act: back }] : []

function whyNotSave({ name, layout }: Draft): string | null {
  if (name.trim() === '') return 'Give it a name'
  const nameless = layout.columns.findIndex(({ header }) => header.trim() === '')
  return nameless < 0 ? null : `Give column ${nameless + 1} a header`
}
