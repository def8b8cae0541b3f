// A message of the person: plain text as it was written, long ones folded.
import { useState } from 'preact/hooks'
import { startEditing } from '../actions/edit-message.ts'
import { useApp } from '../app-context.ts'
import type { Entry } from '../transcript.ts'
import { counted } from '../words.ts'
import { Icon } from './icon.tsx'

const foldLines = 6
const foldCharacters = 420

export function OwnMessage({ entry, idle }: { entry: Entry; idle: boolean }) {
  const app = useApp()
  const [open, setOpen] = useState(false)
  const { content, attachments } = entry
  const short = foldText(content)
  const folded = short.length < content.length
  const said = (
    <div class="me">
      <span class="hidden">You: </span>
      <div class="plain" dir="auto">
        {open || !folded ? content : `${short}\u2026`}
      </div>
      {folded && (
        <small>
          {counted(content.length, 'character')}{' '}
          <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Show less' : 'Show all'}
          </button>
        </small>
      )}
      {attachments.map((part) => (
        <small key={part.label} dir="auto" class="block">
          {part.kind === 'range' ? '\u25a6' : '\u25a4'} {part.label}
          {part.detail !== '' && `, ${part.detail}`}
        </small>
      ))}
    </div>
  )
  return (
    <div class="mine">
      {/* Its place stays while a reply is written, so that the text does not move. */}
      <button
        type="button"
        class="ic"
        aria-label="Edit and send again"
        title="Edit and send again"
        disabled={!idle}
        onClick={() => startEditing(app, entry.id)}
      >
        <Icon name="pencil" size={14} />
      </button>
      {said}
    </div>
  )
}

function foldText(text: string): string {
  const lines = text.split('\n', foldLines + 1)
  const few = lines.length > foldLines ? lines.slice(0, foldLines - 1).join('\n') : text
  return few.length > foldCharacters ? few.slice(0, foldCharacters - 60) : few
}
