// Files and the selected range in the composer; nothing leaves before the person has agreed to it.
import type { App } from '../app-context.ts'
import { type Fault, FaultError, faultHere, faultOf, isAbort } from '../fault.ts'
import { newId } from '../new-id.ts'
import { agreementFor, type FileChip, type RangeChip, rangeLabel, setFile } from '../state.ts'
import { sizeWords } from '../words.ts'

const most = 10

/** Takes files into the composer. They go up at once when the person has agreed before, else with the message. */
export function attachFiles(app: App, files: Iterable<File>): void {
  const limit = app.store.get().about?.limits.file_bytes ?? 50_000_000
  const room = most - app.store.get().draft.files.length
  const given = [...files]
  app.store.set({ sendFault: null })
  for (const file of given.slice(0, room)) {
    const fault = refusalOf(file, limit)
    const chip: FileChip = {
      key: newId(),
      file,
      state: fault === null ? 'waiting' : 'failed',
      part: 0,
      id: null,
      fault,
    }
    app.store.set((state) => ({ ...state, draft: { ...state.draft, files: [...state.draft.files, chip] } }))
  }
  if (given.length > room) {
    const detail = `A message takes ${most}. Send the others with the next one.`
    app.store.set({ sendFault: faultHere('too_many_files', 'That is too many files.', detail).fault })
  }
  if (hasAgreed(app)) void uploadFiles(app).catch(() => {})
}

/** Why a file can't go at all, whoever tries; null when it can. */
function refusalOf(file: File, limit: number): Fault | null {
  if (file.size === 0) return faultHere('file_empty', 'The file is empty.', 'It is empty. Choose another file.').fault
  if (file.size <= limit) return null
  const detail = `It has ${sizeWords(file.size)}; a file may have ${sizeWords(limit)}. Split it, or leave out what is not needed.`
  return faultHere('file_too_large', 'The file is too large.', detail).fault
}

/** Whether the person has said yes to this server with this model. */
export function hasAgreed(app: App): boolean {
  const { about, user, preferences } = app.store.get()
  return about !== null && user !== null && preferences.agreed === agreementFor(about, app.host)
}

/** Uploads every file that waits. Throws the first problem; each file also shows its own. */
export async function uploadFiles(app: App): Promise<void> {
  const chips = app.store.get().draft.files.filter((chip) => chip.state === 'waiting')
  const ends = await Promise.allSettled(chips.map((chip) => uploadOne(app, chip)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function uploadOne(app: App, chip: FileChip) {
  const change = (to: Partial<FileChip>) => app.store.set((state) => setFile(state, chip.key, to))
  change({ state: 'uploading', part: 0 })
  try {
    const stored = await app.api.upload(chip.file, chip.file.name, (part) => change({ part }))
    change({ state: 'ready', part: 1, id: stored.id })
  } catch (error) {
    change({ state: 'failed', fault: faultOf(error) })
    if (!isAbort(error)) throw error
  }
}

export function retryUpload(app: App, key: string): void {
  app.store.set((state) => ({ ...setFile(state, key, { state: 'waiting', fault: null }), sendFault: null }))
  void uploadFiles(app).catch(() => {})
}

export function removeFile(app: App, key: string): void {
  app.store.set((state) => ({
    ...state,
    draft: { ...state.draft, files: state.draft.files.filter((chip) => chip.key !== key) },
  }))
}

/** Turns a text that is too long for a message into a file with the same words. */
export function textAsFile(app: App): void {
  const { text } = app.store.get().draft
  app.store.set((state) => ({ ...state, sendFault: null, draft: { ...state.draft, text: '' } }))
  attachFiles(app, [new File([text], 'message.txt', { type: 'text/plain' })])
}

/** Takes the selected range into the composer, with what it holds now. */
export async function attachSelection(app: App): Promise<void> {
  const { selection } = app.store.get()
  const label = selection === null ? 'Selection' : rangeLabel(selection)
  setRange(app, { a1: label, table: null, notes: [] })
  app.store.set({ sendFault: null })
  try {
    const read = await app.rpc('read_selection', {})
    if (app.store.get().draft.range === null) return
    const sheet = label.includes('!') ? label.slice(0, label.lastIndexOf('!') + 1) : ''
    setRange(app, { a1: read.a1.includes('!') ? read.a1 : sheet + read.a1, table: read.table, notes: read.notes })
  } catch (error) {
    setRange(app, null)
    app.store.set({ sendFault: faultOf(error) })
  }
}

/** Reads the range once more before it is sent, so that edits made since it was chosen count; if it is still selected. */
export async function refreshRange(app: App): Promise<void> {
  const { range } = app.store.get().draft
  if (range === null) return
  try {
    const read = await app.rpc('read_selection', {})
    if (range.a1 === read.a1 || range.a1.endsWith(`!${read.a1}`))
      setRange(app, { ...range, table: read.table, notes: read.notes })
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
  }
}

export function removeRange(app: App): void {
  setRange(app, null)
}

function setRange(app: App, range: RangeChip | null) {
  app.store.set((state) => ({ ...state, draft: { ...state.draft, range } }))
}
