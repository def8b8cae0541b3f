// What happened to a reply that is not whole, with the ways on from there.
import { continueReply, regenerateReply } from '../actions/answer-again.ts'
import { useApp } from '../app-context.ts'
import { type Entry, endWords } from '../transcript.ts'
import { counted } from '../words.ts'
import { Notice, type Remedy } from './notice.tsx'

/** The ends that the server can go on from. */
const open: readonly string[] = ['cut', 'stopped', 'interrupted', 'failed']

export function EndNote({ entry, idle, last }: { entry: Entry; idle: boolean; last: boolean }) {
  const app = useApp()
  const words = endWords(entry)
  if (words === null) return null
  const { code } = entry.problem ?? { code: '' }
  const filled = entry.tables.filter((table) => table.count > 0)
  const [only] = filled
  const remedies: Remedy[] = []
  if (last && open.includes(entry.state) && filled.length > 0) {
    remedies.push({ label: 'Continue', act: () => continueReply(app, entry.id) })
  }
  if (filled.length === 1 && only !== undefined) {
    const act = () => app.store.set({ view: { name: 'insert', tableId: only.id } })
    remedies.push({ label: `Use ${counted(only.count, 'row')}`, quiet: true, act })
  }
  if (last) {
    const act = () => regenerateReply(app, entry.id)
    remedies.push({ label: 'Try again', quiet: remedies.length > 0, act })
  }
  if (code === 'model_key_refused') {
    remedies.push({ label: 'Open settings', quiet: true, act: () => app.store.set({ view: { name: 'settings' } }) })
  }
  const bad = entry.state === 'failed' || entry.state === 'refused'
  return (
    // All or none of them: a second click must not land on the button that moved into the first one's place.
    <Notice tone={bad ? 'bad' : 'care'} title={words.title} remedies={idle ? remedies : []} alert={bad}>
      {words.detail}
    </Notice>
  )
}
