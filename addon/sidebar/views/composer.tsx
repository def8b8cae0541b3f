// Where the person writes or pastes; Enter sends, Shift+Enter starts a new line.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { attachFiles, attachSelection } from '../actions/attach.ts'
import { stopEditing } from '../actions/edit-message.ts'
import { sendDraft } from '../actions/send-message.ts'
import { useApp } from '../app-context.ts'
import { rangeLabel, type State, whyNotSend } from '../state.ts'
import { textDirection } from '../text-direction.ts'
import { pastedWords } from '../words.ts'
import { EditingNote, EstimateNote } from './composer-notes.tsx'
import { DraftChips } from './draft-chips.tsx'
import { Icon } from './icon.tsx'

/** What the file picker offers first; other text can be chosen too, and the backend looks at the bytes, not the name. */
const readable =
  '.xlsx,.xlsm,.ods,.csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.html,.htm,.md,.log,.psv,text/*,application/json'

/** Eight lines of 19 px and the padding. */
const tallest = 8 * 19 + 4

export function Composer({ state }: { state: State }) {
  const app = useApp()
  const { text, range } = state.draft
  const field = useRef<HTMLTextAreaElement>(null)
  const [pasted, setPasted] = useState<string | null>(null)
  const reason = whyNotSend(state)
  // Said in words once the person has tried; a grey button alone explains nothing.
  const [told, setTold] = useState<string | null>(null)
  const send = () => {
    const why = whyNotSend(app.store.get())
    setTold(why)
    if (why === null) void sendDraft(app)
  }

  // The height follows the text.
  useLayoutEffect(() => grow(field.current), [text])
  useEffect(() => {
    if (text === '') setPasted(null)
  }, [text])
  useReturnFocus(field)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && state.editing !== null) {
      event.preventDefault()
      stopEditing(app)
    }
    // 229 is what a key means while an input method is still composing a character.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  }
  const onPaste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files
    const words = event.clipboardData?.getData('text/plain') ?? ''
    if (files !== undefined && files.length > 0 && words === '') {
      event.preventDefault()
      attachFiles(app, files)
    } else setPasted(pastedWords(words))
  }
  const { selection } = state
  return (
    <footer>
      <EditingNote state={state} />
      <DraftChips draft={state.draft} />
      <div class="row">
        <label class="label grow" for="message">
          Message
        </label>
        {pasted !== null && <span class="label">{pasted}</span>}
      </div>
      <EstimateNote state={state} />
      <p class={told !== null && told === reason ? 'hint' : 'hidden'} role="status">
        {told !== null && told === reason ? `${reason}.` : ''}
      </p>
      <div class="box">
        <textarea
          id="message"
          ref={field}
          rows={2}
          dir={textDirection(text)}
          data-focus
          placeholder="Ask, or paste anything"
          value={text}
          onInput={(event) => {
            const { value } = event.currentTarget
            app.store.set((now) => ({ ...now, draft: { ...now.draft, text: value } }))
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <div class="row tools">
          <button
            type="button"
            class="ic"
            aria-label="Attach a file"
            title="Attach a file: an Excel or OpenDocument workbook, CSV, JSON, HTML or any other text"
            onClick={() => document.getElementById('file')?.click()}
          >
            <Icon name="clip" size={16} />
          </button>
          {selection !== null && !selection.empty && range === null && (
            <button type="button" class="chip use" onClick={() => attachSelection(app)}>
              <Icon name="grid" size={13} />
              <span class="cut" dir="auto">
                Use {rangeLabel(selection)}
              </span>
            </button>
          )}
          <span class="grow" />
          <button
            type="button"
            class="send"
            aria-label="Send"
            title={reason ?? 'Send'}
            aria-disabled={reason !== null}
            aria-describedby="why-not-send"
            onClick={send}
          >
            <Icon name="send" />
          </button>
          <span id="why-not-send" class="hidden">
            {reason ?? ''}
          </span>
        </div>
      </div>
      <input
        id="file"
        type="file"
        multiple
        accept={readable}
        class="hidden"
        tabIndex={-1}
        aria-label="Choose files"
        onChange={(event) => {
          attachFiles(app, event.currentTarget.files ?? [])
          event.currentTarget.value = ''
        }}
      />
    </footer>
  )
}

function grow(field: HTMLTextAreaElement | null) {
  if (field === null) return
  // Measuring a long text takes the browser seconds, and it is taller than the box for sure.
  if (field.value.length > 20_000) {
    field.style.height = `${tallest}px`
    return
  }
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, tallest)}px`
}

/** After a reply the composer comes back in the place of the Stop button; the focus that got lost with it comes too, unless the person is in the sheet. */
function useReturnFocus(field: { current: HTMLTextAreaElement | null }) {
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) field.current?.focus()
  }, [field])
}
