// Collects what a model says until it is taken: neighbouring deltas that came together are one event.
import type { Usage } from '../../../shared/contract/stream-events.ts'
import type { ModelEndReason, ModelEvent } from './model.ts'
import { createThinkFilter } from './think-filter.ts'

export type ModelFeed = {
  text(text: string): void
  refusal(text: string): void
  reasoning(text: string): void
  toolStart(call_id: string, name: string): void
  toolDelta(call_id: string, json: string): void
  toolEnd(call_id: string): void
  usage(usage: Usage): void
  end(reason: ModelEndReason): void
  /** Nothing more comes, and the end is told by others. */
  stop(): void
  /** Whether `end` was told. */
  ended(): boolean
  /** Everything since the last time. */
  take(): ModelEvent[]
}

/** Nothing is told after the end; a refusal makes an end without a fault one of its own. */
export const createModelFeed = (): ModelFeed => {
  let events: ModelEvent[] = []
  let ended = false
  let refused = false
  let said = false
  let used: Usage | null = null
  const thinking = createThinkFilter()

  const delta = (type: 'text-delta' | 'refusal-delta' | 'reasoning-delta', text: string) => {
    if (text === '' || ended) return
    if (type === 'text-delta') said = true
    const last = events.at(-1)
    if (last?.type === type) last.text += text
    else events.push({ type, text })
  }

  /** Text that was held back comes before whatever is no text. */
  const tell = (event: ModelEvent) => {
    if (ended) return
    delta('text-delta', thinking.close(false))
    said = true
    events.push(event)
  }

  const close = (alone: boolean) => {
    delta('text-delta', thinking.close(alone))
    if (used) events.push({ type: 'usage', usage: used })
    ended = true
  }

  return {
    text: (text) => {
      if (text === '') return
      const found = thinking.feed(text)
      delta('reasoning-delta', found.thought)
      delta('text-delta', found.text)
    },
    refusal: (text) => {
      refused ||= text !== ''
      delta('refusal-delta', text)
    },
    reasoning: (text) => delta('reasoning-delta', text),
    toolStart: (call_id, name) => tell({ type: 'tool-start', call_id, name }),
    toolDelta: (call_id, json) => {
      if (json === '' || ended) return
      const last = events.at(-1)
      if (last?.type === 'tool-delta' && last.call_id === call_id) last.json += json
      else tell({ type: 'tool-delta', call_id, json })
    },
    toolEnd: (call_id) => tell({ type: 'tool-end', call_id }),
    usage: (usage) => {
      // Servers that count up send it again and again: the last word counts, unless it says nothing.
      if (used === null || usage.input_tokens + usage.output_tokens > 0) used = usage
    },
    end: (reason) => {
      if (ended) return
      close(reason === 'stop' && !said)
      events.push({ type: 'end', reason: reason === 'stop' && refused ? 'refusal' : reason })
    },
    stop: () => {
      if (!ended) close(false)
    },
    ended: () => ended,
    take: () => {
      const taken = events
      events = []
      return taken
    },
  }
}
