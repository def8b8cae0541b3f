// The conversation with the composer under it, or one of the things that stand in the composer's place.
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { State } from '../state.ts'
import { ChatFaults } from './chat-faults.tsx'
import { Composer } from './composer.tsx'
import { ConsentCard, ConsentFooter } from './consent.tsx'
import { DropZone } from './drop-zone.tsx'
import { EmptyState } from './empty-state.tsx'
import { ProgressFooter } from './progress-footer.tsx'
import { ReceiptNote } from './receipt-note.tsx'
import { Body } from './scroll-region.tsx'
import { SheetSourceCard } from './sheet-source-card.tsx'
import { SkeletonLines } from './skeleton.tsx'
import { Transcript } from './transcript-view.tsx'

export function ChatView({ state }: { state: State }) {
  const waiting = state.loading || comesBack(state)
  const empty = state.entries.length === 0 && !waiting
  const { main, onScroll } = useStickToEnd(state)
  const loose = !waiting && !state.entries.some((entry) => entry.id === state.written?.after) ? state.written : null
  return (
    <DropZone>
      <Body label="Conversation" inner={main} onScroll={onScroll}>
        {empty && loose !== null && <ReceiptNote written={loose} loose />}
        {empty && <ChatFaults state={state} />}
        {empty && !state.consent && !isAway(state) && <EmptyState state={state} />}
        {waiting && <SkeletonLines />}
        <Transcript state={state} />
        {!empty && loose !== null && <ReceiptNote written={loose} loose />}
        {state.consent && <ConsentCard state={state} />}
        {!empty && <ChatFaults state={state} />}
      </Body>
      <Footer state={state} />
    </DropZone>
  )
}

/** The last conversation is not here yet: what a new one offers must not take its place. */
function isAway({ entries, preferences, conversation, offline }: State): boolean {
  return entries.length === 0 && !!preferences.conversation_id && (conversation === null || offline !== null)
}

function comesBack(state: State): boolean {
  return isAway(state) && state.offline === null
}

function Footer({ state }: { state: State }) {
  if (state.consent) return <ConsentFooter />
  if (state.writing !== null) return <ProgressFooter state={state} />
  return (
    <>
      {state.sheetSource !== null && <SheetSourceCard told={state.sheetSource} />}
      <Composer state={state} />
    </>
  )
}

/** Keeps the end in view while it grows, unless the person has scrolled up to read. */
function useStickToEnd(state: State) {
  const main = useRef<HTMLElement>(null)
  const stick = useRef(true)
  const { sendFault, replyFault, consent, written, sending, looked } = state
  const conversation = state.conversation?.id
  // These are the moments when something new stands at the end.
  useLayoutEffect(() => {
    stick.current = true
  }, [sendFault, replyFault, consent, written, sending, conversation])
  useLayoutEffect(() => {
    const element = main.current
    // Who looks at a cell is not moved away from it by the rows that come.
    if (element === null || !stick.current || looked !== null) return
    if (state.entries.length > 0) element.scrollTop = element.scrollHeight
    else if (sendFault !== null) element.scrollTop = 0
  })
  const onScroll = () => {
    const element = main.current
    if (element !== null) stick.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40
  }
  return { main, onScroll }
}
