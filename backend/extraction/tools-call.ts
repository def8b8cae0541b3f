// Starts the calls of one reply: a name that the model says becomes the running tool, with what that tool works on.
import { createGrounder, type Grounder } from '../../shared/table/ground.ts'
import { createAnnouncements } from './announced-rows.ts'
import { chooseTemplate } from './choose-template.ts'
import { createContinuations, createResume } from './continue-table.ts'
import { createEditTable } from './edit-table.ts'
import type { EngineEvent, EngineInput } from './engine.ts'
import { sourcesOfValues } from './ground-sources.ts'
import { hiddenNote } from './hidden-characters.ts'
import type { TableCall } from './table-call.ts'
import { createUseTable } from './use-table.ts'
import { createWriteTable } from './write-table.ts'

export type CallStarter = {
  /** Null for a tool that does not exist. */
  start(name: string): Promise<TableCall | null>
  /** The number of the reply's next table. */
  next(): number
}

/** A call whose events go through `change`, which may hold some back. */
const changed = (call: TableCall, change: (event: EngineEvent) => EngineEvent[]): TableCall => ({
  async *feed(json) {
    for await (const event of call.feed(json)) yield* change(event)
  },
  async *end() {
    const events = call.end()
    for (;;) {
      const next = await events.next()
      if (next.done) return next.value
      yield* change(next.value)
    }
  },
  close: (state) => call.close(state).flatMap(change),
  rows: () => call.rows(),
})

/** Sources are read and indexed when the first call needs them: an answer without tables pays for nothing. */
export function createCallStarter(input: EngineInput, signal: AbortSignal): CallStarter {
  const { locale } = input
  const template = chooseTemplate(input)
  const tables = [...input.found, ...input.known]
  const texts = [input.message, ...input.files]
  const announced = createAnnouncements(() => texts.map(({ text }) => text).join('\n'))
  const continuations = createContinuations(input.continuing?.tables ?? [])
  let grounder: Promise<Grounder> | undefined
  let notes: string[] | undefined
  let count = 0
  const next = () => count++

  const openSources = async (): Promise<Grounder> =>
    createGrounder(await sourcesOfValues(input), locale ? { locale } : {})

  return {
    next,
    async start(name) {
      switch (name) {
        case 'write_table': {
          grounder ??= openSources()
          notes ??= [hiddenNote(texts) ?? []].flat()
          const known = { template, groups: input.groups, locale, announced, continuations, notes, next }
          return createWriteTable({ table: next(), ...known, grounder: await grounder })
        }
        case 'use_table': {
          const call = createUseTable(next(), tables, signal, locale)
          return input.continuing ? changed(call, createResume(continuations)) : call
        }
        case 'edit_table': {
          grounder ??= openSources()
          return createEditTable(next(), input.known, { grounder: await grounder, locale }, signal)
        }
        default:
          return null
      }
    },
  }
}
