// The engine that asks a language model: its text and its tool calls become text and tables, whatever way they end.
import type { ProblemCode } from '../../shared/contract/problems.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { ModelEndReason, ModelPort } from '../platform/model/model.ts'
import { Problem } from '../platform/problem.ts'
import type { Engine, EngineEvent, EngineInput } from './engine.ts'
import { handOnTables } from './hand-on-tables.ts'
import { toRequest } from './prompt.ts'
import type { TableCall } from './table-call.ts'
import { createCallStarter } from './tools-call.ts'

/** How a reply ends whose model stopped for another reason than being done. */
type BadEnd = { state: Exclude<EndState, 'complete'>; code: ProblemCode; why: string; remedy: string }

const badEnds: Record<Exclude<ModelEndReason, 'stop' | 'aborted'>, BadEnd> = {
  length: {
    state: 'cut',
    code: 'reply_cut',
    why: 'The model reached the longest answer it may give and stopped in the middle.',
    remedy: 'Let it continue to get the rest, or paste the data as a table: tables are read without the model.',
  },
  broken: {
    state: 'cut',
    code: 'reply_cut',
    why: 'The connection to the model broke in the middle of its answer.',
    remedy: 'Let it continue to get the rest, or send the message again.',
  },
  content_filter: {
    state: 'filtered',
    code: 'model_filtered',
    why: 'The model provider’s content filter stopped the answer.',
    remedy: 'Send the message again in other words, or paste the data as a table.',
  },
  refusal: {
    state: 'refused',
    code: 'model_refused',
    why: 'The model declined to answer this.',
    remedy: 'Ask in other words, or paste the data as a table.',
  },
}

const kept = (rows: number): string[] =>
  rows === 0 ? [] : [`${rows} whole ${rows === 1 ? 'row was' : 'rows were'} kept.`]

/** GPT, or any model behind the port, with the tools of this folder. */
export const createGptEngine = (model: ModelPort): Engine => {
  async function* run(input: EngineInput, signal: AbortSignal): AsyncGenerator<EngineEvent> {
    const calls = new Map<string, TableCall | null>()
    let fault: string | null = null
    let said = false
    let reason: ModelEndReason = 'broken'

    const starter = createCallStarter(input, signal)

    const rows = () => [...calls.values()].reduce((sum, call) => sum + (call?.rows() ?? 0), 0)
    const explain = (code: ProblemCode, why: string, remedy: string) =>
      new Problem(code, [why, ...kept(rows()), remedy].join(' '))

    function* close(state: Exclude<EndState, 'complete'>): Generator<EngineEvent> {
      for (const call of calls.values()) yield* call?.close(state) ?? []
    }

    async function* fail(state: Exclude<EndState, 'complete'>, problem: Problem): AsyncGenerator<EngineEvent> {
      yield* close(state)
      // Tables that were found need no model: what keeps it from answering must not keep them from the person.
      if (rows() === 0 && input.found.length > 0) {
        yield { type: 'text', text: `${said ? '\n\n' : ''}These tables were read without the model:` }
        yield* handOnTables(input.found, signal, starter.next)
      }
      yield { type: 'end', state, problem }
    }

    try {
      // Here and not in a generator of its own: each that a piece of text goes through costs as much as reading it.
      for await (const event of model.stream(await toRequest(input, signal), signal)) {
        switch (event.type) {
          case 'text-delta':
          case 'refusal-delta':
            said ||= event.text !== ''
            if (event.text !== '') yield { type: 'text', text: event.text }
            break
          case 'tool-start':
            said = true
            calls.set(event.call_id, await starter.start(event.name))
            if (!calls.get(event.call_id)) fault ??= 'The model asked for a tool that does not exist.'
            break
          case 'tool-delta': {
            // Most pieces tell nothing: a round of promises for each would cost more than reading them.
            const told = calls.get(event.call_id)?.feed(event.json) ?? []
            if (!Array.isArray(told)) yield* told
            else for (const each of told) yield each
            break
          }
          case 'tool-end': {
            const wrong = yield* calls.get(event.call_id)?.end() ?? []
            fault ??= wrong ?? null
            break
          }
          case 'usage':
            yield event
            break
          case 'end':
            reason = event.reason
        }
      }
      // A stop that came while rows were handed on is a stop, also when the model was done by then.
      if (reason === 'aborted' || signal.aborted) {
        yield* close('stopped')
        return yield { type: 'end', state: 'stopped' }
      }
      if (reason !== 'stop') {
        const { state, code, why, remedy } = badEnds[reason]
        return yield* fail(state, explain(code, why, remedy))
      }
      const unfinished = [...close('failed')]
      yield* unfinished
      if (unfinished.length > 0) fault ??= 'The model left its table without an end.'
      if (!said) fault ??= 'The model gave an empty answer.'
      if (fault !== null) return yield* fail('failed', explain('model_failed', fault, 'Send the message again.'))
      yield { type: 'end', state: 'complete' }
    } catch (error) {
      if (signal.aborted) {
        yield* close('stopped')
        return yield { type: 'end', state: 'stopped' }
      }
      if (!(error instanceof Problem)) throw error
      yield* fail('failed', error)
    }
  }

  return { kind: 'gpt', model: model.name, host: model.host, run }
}
