// The range and the files that go with the message, each with a way to leave it out.
import { removeFile, removeRange, retryUpload } from '../actions/attach.ts'
import { useApp } from '../app-context.ts'
import type { Fault } from '../fault.ts'
import type { Draft, FileChip } from '../state.ts'
import { counted, sizeWords } from '../words.ts'
import { Icon } from './icon.tsx'

export function DraftChips({ draft }: { draft: Draft }) {
  const app = useApp()
  if (draft.range === null && draft.files.length === 0) return null
  const notes = draft.range?.notes ?? []
  return (
    <>
      <ul class="chips" aria-label="Attached">
        {draft.range !== null && (
          <li class="chip">
            <Icon name="grid" size={13} />
            <span class="cut" dir="auto">
              {draft.range.a1}
            </span>
            <small>
              {draft.range.table === null ? 'reading\u2026' : counted(draft.range.table.rows.length, 'row')}
            </small>
            <Remove name={draft.range.a1} act={() => removeRange(app)} />
          </li>
        )}
        {draft.files.map((chip) => (
          <li key={chip.key} class={chip.state === 'failed' ? 'chip failed' : 'chip'}>
            <Icon name="file" size={13} />
            <span class="cut" dir="auto">
              {chip.file.name}
            </span>
            {chip.state !== 'failed' && <FileState chip={chip} />}
            <Remove name={chip.file.name} act={() => removeFile(app, chip.key)} />
            {chip.state === 'failed' && chip.fault !== null && <FileFault chip={chip} fault={chip.fault} />}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <p class="hint" role="status">
          {notes.join(' ')}
        </p>
      )}
    </>
  )
}

/** These stay as they are however often they are tried. */
const lasting = ['file_unreadable', 'file_too_large', 'file_empty']

function FileFault({ chip, fault }: { chip: FileChip; fault: Fault }) {
  const app = useApp()
  return (
    <p class="why" role="alert" dir="auto">
      {fault.kind === 'offline' ? `${fault.title} ` : fault.detail}
      {!lasting.includes(fault.code) && (
        <>
          {' '}
          <button type="button" class="link" onClick={() => retryUpload(app, chip.key)}>
            Try again
          </button>
        </>
      )}
    </p>
  )
}

function FileState({ chip }: { chip: FileChip }) {
  if (chip.state === 'uploading') {
    const percent = Math.round(chip.part * 100)
    return (
      <progress max={100} value={percent} aria-label={`Uploading ${chip.file.name}`}>
        {percent}%
      </progress>
    )
  }
  return <small>{sizeWords(chip.file.size)}</small>
}

function Remove({ name, act }: { name: string; act: () => void }) {
  return (
    <button type="button" class="x" aria-label={`Remove ${name}`} onClick={act}>
      <Icon name="close" size={12} />
    </button>
  )
}
