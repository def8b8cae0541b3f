// Says how well a template's columns and a set of names go together, for choosing a template where nobody has.
import { headerName } from './header-name.ts'
import type { Template } from './template.ts'

/**
 * `matched` columns have a name, `share` is how much of the names has a column, `filled` how much of the columns that no
 * formula computes has a name. `closeness`, up to 1, is how near the names are to the columns' own.
 */
export type NameMatch = { matched: number; share: number; filled: number; closeness: number }

/** What an alias counts beside a column's own header or key. */
const aliasCounts = 0.9

type KnownNames = { key: string; own: string[]; aliases: string[] }[]

const known = new WeakMap<Template, KnownNames>()

/** The names of a template's columns as they are compared; a template is asked about many times. */
function namesOf(template: Template): KnownNames {
  let names = known.get(template)
  if (!names) {
    const plain = (name: string) => headerName(name).joined
    names = template.layout.columns.map(({ key, header, aliases }) => ({
      ...{ key, own: [header, key].map(plain), aliases: aliases.map(plain) },
    }))
    known.set(template, names)
  }
  return names
}

/** Names count by header, key or alias, whatever their case, accents and spaces; each for one column. */
export function matchNames(names: string[], template: Template): NameMatch {
  const wanted = new Set(names.map((name) => headerName(name).joined).filter(Boolean))
  const columns = namesOf(template)
  const free = new Set(wanted)
  const matched = new Set<string>()
  let closeness = 0
  const take = (key: string, names: string[], counts: number) => {
    const found = names.find((name) => free.has(name))
    if (matched.has(key) || found === undefined) return
    free.delete(found)
    matched.add(key)
    closeness += counts
  }
  for (const { key, own } of columns) take(key, own, 1)
  for (const { key, aliases } of columns) take(key, aliases, aliasCounts)
  const data = template.layout.columns.filter(({ formula }) => formula === undefined).length
  return {
    matched: matched.size,
    share: wanted.size === 0 ? 0 : matched.size / wanted.size,
    filled: data === 0 ? 0 : Math.min(1, matched.size / data),
    closeness: matched.size === 0 ? 0 : closeness / matched.size,
  }
}

/** Both ways: most of the names have a place, and a good part of the template is filled. */
export const isClearMatch = ({ matched, share, filled }: NameMatch, least = 2): boolean =>
  matched >= least && share >= 0.6 && (filled >= 0.4 || matched >= 4)

/** The template that the names clearly belong to, or null: most of the names have a place in it, then the closest ones. */
export function bestMatch<T extends Template>(names: string[], templates: readonly T[], least = 2): T | null {
  let best: { template: T; points: number } | null = null
  for (const template of templates) {
    if (template.layout.columns.length === 0) continue
    const match = matchNames(names, template)
    // What the names do not decide, the emptier template loses.
    const points = match.share + match.closeness / 10 + match.filled / 100
    if (isClearMatch(match, least) && points > (best?.points ?? 0)) best = { template, points }
  }
  return best?.template ?? null
}
