// The public door to grounding: the place in the sources that states a value.
import type { Span } from './evidence.ts'
import { createGrounder, type Grounder, type Source } from './ground/grounder.ts'
import type { ColumnType } from './table.ts'

export { createGrounder, type Grounder, type Source } from './ground/grounder.ts'

const recent: { locale: string | undefined; sources: Source[]; grounder: Grounder }[] = []

/**
 * The span that states a value in one of the sources, or null. Numbers, dates, times and amounts count by value, text by
 * its normal form, each whole: 12 does not stand in 3124 or 12.5. `near` holds the spans of the row's other cells: the
 * place is then one of the same record, or there is none.
 */
export function groundValue(
  value: string | number | boolean,
  type: ColumnType,
  sources: Source[],
  options: { near?: Span[]; locale?: string } = {},
): Span | null {
  const { near, locale } = options
  return grounderOf(sources, locale).ground(value, type, near ? { near } : {})
}

// Callers ask cell by cell about the same sources: the last few stay read.
function grounderOf(sources: Source[], locale: string | undefined): Grounder {
  const same = recent.findIndex((entry) => entry.locale === locale && isSame(entry.sources, sources))
  const entry =
    same >= 0
      ? recent.splice(same, 1)[0]!
      : {
          locale,
          sources: sources.map(({ id, text }) => ({ id, text })),
          grounder: createGrounder(sources, locale ? { locale } : {}),
        }
  recent.unshift(entry)
  recent.length = Math.min(recent.length, 4)
  return entry.grounder
}

function isSame(known: Source[], sources: Source[]): boolean {
  return (
    known.length === sources.length &&
    known.every(({ id, text }, at) => id === sources[at]!.id && text === sources[at]!.text)
  )
}
