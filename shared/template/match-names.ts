// Says how well a template's columns and a set of names go together, for choosing a template where nobody has.
import { normaliseHeader } from './map-columns.ts'
import type { Template } from './template.ts'

/** `share` is how much of the names has a column; `filled` how much of the columns that no formula computes has a name. */
export type NameMatch = { matched: number; share: number; filled: number }

const plain = (text: string) => normaliseHeader(text).replace(/ /g, '')

/** Names count by header, key or alias, whatever their case, accents and spaces. */
export function matchNames(names: string[], template: Template): NameMatch {
  const wanted = new Set(names.map(plain).filter(Boolean))
  const own = template.layout.columns
  const matched = own.filter(({ header, key, aliases }) =>
    [header, key, ...aliases].some((name) => wanted.has(plain(name))),
  )
  const data = own.filter(({ formula }) => formula === undefined).length
  return {
    matched: matched.length,
    share: wanted.size === 0 ? 0 : Math.min(1, matched.length / wanted.size),
    filled: data === 0 ? 0 : matched.length / data,
  }
}

/** Both ways: most of the names have a place, and a good part of the template is filled. */
export const isClearMatch = ({ matched, share, filled }: NameMatch, least = 2): boolean =>
  matched >= least && share >= 0.6 && filled >= 0.4
