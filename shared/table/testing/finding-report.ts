// Says which marked tables were found with the right span, grouped by format, language and genre; run it to see the misses.
import { type Finding, type FindingCase, judge } from './finding.ts'
import { abroadTexts } from './finding-hand-abroad.ts'
import { asianTexts } from './finding-hand-asia.ts'
import { englishTexts } from './finding-hand-english.ts'
import { moreEnglishTexts } from './finding-hand-english-more.ts'
import { errandTexts } from './finding-hand-errands.ts'
import { errandTextsAbroad } from './finding-hand-errands-abroad.ts'
import { europeanTexts } from './finding-hand-europe.ts'
import { germanFrenchTexts } from './finding-hand-german.ts'
import { hastyTexts } from './finding-hand-hasty.ts'
import { peopleTexts } from './finding-hand-people.ts'
import { terminalTexts } from './finding-hand-terminal.ts'
import { madeTexts } from './finding-made.ts'

/** All texts: those written by hand and those put together by the generator. */
export const findingCases: FindingCase[] = [
  ...englishTexts,
  ...moreEnglishTexts,
  ...germanFrenchTexts,
  ...europeanTexts,
  ...asianTexts,
  ...terminalTexts,
  ...peopleTexts,
  ...abroadTexts,
  ...hastyTexts,
  ...errandTexts,
  ...errandTextsAbroad,
  ...madeTexts(1),
]

/** The share of marked tables found right, and the number of tables that nobody marked. */
export function sumUp(findings: readonly Finding[]): { tables: number; share: number; extra: number } {
  const wanted = findings.filter(({ want }) => want)
  const right = wanted.filter(({ result }) => result === 'right')
  return {
    tables: wanted.length,
    share: right.length / Math.max(1, wanted.length),
    extra: findings.length - wanted.length,
  }
}

/** Reads texts and judges every table in them. */
export function findAll(cases: readonly FindingCase[] = findingCases): Finding[] {
  return cases.flatMap(judge)
}

/** The shares by format, language and genre, then every miss with what stood there. */
export function findingReport(findings: readonly Finding[] = findAll()): string {
  const { tables, share, extra } = sumUp(findings)
  const head = `${(share * 100).toFixed(2)} % of ${tables} tables right, ${extra} found that are none`
  const groups = [
    grouped('format', findings, ({ format }) => format),
    grouped('language', findings, ({ file }) => file.language),
    grouped('genre', findings, ({ file }) => file.genre),
  ]
  return [head, ...groups, ...findings.filter(({ result }) => result !== 'right').map(describe)].join('\n')
}

function grouped(name: string, findings: readonly Finding[], keyOf: (finding: Finding) => string): string {
  const groups = [...Map.groupBy(findings, keyOf)].map(([key, members]) => ({ key, ...sumUp(members) }))
  groups.sort((a, b) => a.share - b.share)
  const cells = groups.map(
    ({ key, tables, share, extra }) => `${key} ${Math.round(share * tables)}/${tables}${extra ? ` +${extra}` : ''}`,
  )
  return `by ${name}: ${cells.join(', ')}`
}

function describe({ file, format, result, want, got }: Finding): string {
  const { text, name, language, genre } = file
  const cut = (start: number, end: number): string => JSON.stringify(text.slice(start, end)).slice(0, 150)
  const at = (span: { start: number; end: number }): string =>
    `${span.start}-${span.end} ${cut(span.start, Math.min(span.end, span.start + 60))} … ${cut(Math.max(span.start, span.end - 40), span.end)}`
  const lines = [`${result}: ${format} in ${name} (${language}, ${genre})`]
  if (want) lines.push(`  want ${want.rows ?? '?'} rows ${at(want)}`)
  if (got)
    lines.push(`  got  ${got.rows.length} rows ${at(got)} ${got.format} ${JSON.stringify(got.header)?.slice(0, 80)}`)
  if (result === 'cells') lines.push(`  cells ${JSON.stringify([got?.header, ...(got?.rows ?? [])])}`.slice(0, 400))
  return lines.join('\n')
}

if (import.meta.main) {
  const seed = process.argv[2]
  console.log(findingReport(findAll(seed ? madeTexts(Number(seed)) : findingCases)))
}
