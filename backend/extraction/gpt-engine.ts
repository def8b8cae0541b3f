// The engine that asks a language model: its text and its tool calls become text and tables, whatever way they end.
import type { EndState } from '../../shared/table/table.ts'
import type { ModelEndReason, ModelPort } from '../platform/model/model.ts'
import { Problem } from '../platform/problem.ts'
import type { Engine, EngineEvent, EngineInput } from './engine.ts'
import { handOnTables } from './hand-on-tables.ts'
import { toRequest } from './prompt.ts'
import type { TableCall } from './table-call.ts'
import { createUseTable } from './use-table.ts'
import { createWriteTable } from './write-table.ts'

const states: Record<ModelEndReason, EndState> = {
  stop: 'complete',
  length: 'cut',
  broken: 'cut',
  content_filter: 'filtered',
  refusal: 'refused',
  aborted: 'stopped',
}

const reasons: Partial<Record<ModelEndReason, string>> = {
  length: 'The model reached the longest answer it may give and stopped in the middle.',
  broken: 'The connection to the model broke in the middle of its answer.',
  content_filter: 'The model provider’s content filter stopped the answer.',
  refusal: 'The model declined to answer this.',
}

const remedies: Partial<Record<ModelEndReason, string>> = {
  length: 'Send the rest as a message of its own, or paste the data as a table: tables are read without the model.',
  broken: 'Send the message again.',
  content_filter: 'Send the message again in other words, or paste the data as a table.',
  refusal: 'Ask in other words, or paste the data as a table.',
}

const kept = (rows: number) =>
  rows === 0 ? 'No rows were kept.' : `${rows} whole ${rows === 1 ? 'row was' : 'rows were'} kept.`

/** GPT, or any model behind the port, with the tools of this folder. */
export const createGptEngine = (model: ModelPort): Engine => {
  async function* run(input: EngineInput, signal: AbortSignal): AsyncGenerator<EngineEvent> {
    const calls = new Map<string, TableCall | null>()
    const sources = [...input.found, ...input.known]
    let faults: string[] = []
    let said = false

    const start = (name: string): TableCall | null => {
      if (name === 'write_table') return createWriteTable(calls.size, input.locale)
      if (name === 'use_table') return createUseTable(calls.size, sources, signal)
      faults.push('The model asked for a tool that does not exist.')
      return null
    }

    function* finish(state: EndState, problem?: Problem): Generator<EngineEvent> {
      for (const [id, call] of calls)
        yield* call?.close(ended.has(id) ? state : state === 'complete' ? 'failed' : state) ?? []
      yield { type: 'end', state, ...(problem ? { problem } : {}) }
    }

    const rows = () => [...calls.values()].reduce((sum, call) => sum + (call?.rows() ?? 0), 0)
    const ended = new Set<string>()

    try {
      for await (const event of model.stream(toRequest(input), signal)) {
        switch (event.type) {
          case 'text-delta':
          case 'refusal-delta':
            said = true
            yield { type: 'text', text: event.text }
            break
          case 'tool-start':
            said = true
            calls.set(event.call_id, start(event.name))
            break
          case 'tool-delta':
            yield* calls.get(event.call_id)?.feed(event.json) ?? []
            break
          case 'tool-end': {
            const fault = yield* calls.get(event.call_id)?.end() ?? []
            if (fault) faults = [...faults, fault]
            else ended.add(event.call_id)
            break
          }
          case 'usage':
            yield event
            break
          case 'end': {
            const state = states[event.reason]
            const why = reasons[event.reason]
            if (why) {
              const detail = `${why} ${kept(rows())} ${remedies[event.reason] ?? ''}`.trim()
              return yield* finish(state, new Problem('model_failed', detail))
            }
            if (state === 'complete' && (faults.length > 0 || !said)) {
              const fault = faults[0] ?? 'The model gave an empty answer.'
              return yield* finish(
                'failed',
                new Problem('model_failed', `${fault} ${kept(rows())} Send the message again.`),
              )
            }
            return yield* finish(state)
          }
        }
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // Tables that were found need no model: a model that is away must not keep them from the person.
      if (!said && input.found.length > 0) {
        yield { type: 'text', text: 'The model did not answer. These tables were read without it:' }
        yield* handOnTables(input.found, signal)
      }
      yield* finish('failed', error)
    }
  }

  return { kind: 'gpt', model: model.name, host: model.host, run }
}
