// Lets an engine answer in an asked format: its columns are asked for, and what does not fit them is said at the end.
import { extractLimits } from '../../shared/contract/extract-schemas.ts'
import type { ProblemCode } from '../../shared/contract/problems.ts'
import { Problem } from '../platform/problem.ts'
import type { EngineEvent, EngineInput } from './engine.ts'
import { fitRecords } from './format/fit-records.ts'
import type { Format } from './format/format.ts'
import { gatherTables } from './gather-tables.ts'

/** The events as they come; a whole answer with rows that do not fit ends in `format_unmet`. */
export async function* runInFormat(
  events: AsyncIterable<EngineEvent>,
  format: Format,
  { continuing, locale }: Pick<EngineInput, 'continuing' | 'locale'>,
): AsyncGenerator<EngineEvent> {
  const gathered = gatherTables(continuing?.tables)
  for await (const event of events) {
    if (gathered.cells <= extractLimits.cells) gathered.take(event)
    if (event.type === 'end' && event.state === 'complete') {
      const { problem } = await fitRecords(gathered.tables, format, locale)
      yield problem ? { ...event, problem: new Problem(problem.code as ProblemCode, problem.detail) } : event
    } else yield event
  }
}
