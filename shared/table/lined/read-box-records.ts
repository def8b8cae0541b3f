// Reads what databases print record by record: psql's expanded output and MySQL's `\G`.

import { type ReadTable, squareUp } from '../read-table.ts'
import type { Line } from '../surroundings/read-lines.ts'

const opener = /^(?:[-+]\[ (?:\p{L}+ )+\d+ \][-+]*|\*{5,} \d+\. \p{L}+ \*{5,})\s*$/u

/** Records that open with a numbered line and hold one `name | value` or `name: value` on each line. */
export function readVertical(lines: Line[]): ReadTable[] {
  const found: ReadTable[] = []
  let run: { records: [string, string][][]; first: Line; last: Line } | null = null
  let index = 0
  const flush = () => {
    if (run?.records.some((record) => record.length > 0)) found.push(build(run))
    run = null
  }
  while (index < lines.length) {
    const line = lines[index]!
    if (!opener.test(line.text)) {
      if (line.text.trim() !== '') flush()
      index++
      continue
    }
    run ??= { records: [], first: line, last: line }
    const record: [string, string][] = []
    run.records.push(record)
    run.last = line
    for (index++; index < lines.length; index++) {
      const next = lines[index]!
      const fact = line.text.startsWith('*')
        ? /^\s*([^:]{1,64}): ?(.*)$/.exec(next.text)
        : /^\s*([^|]{0,64}?)\s*\| ?(.*)$/.exec(next.text)
      if (!fact || opener.test(next.text)) break
      const value = fact[2]!.trimEnd()
      // A value that goes on below ends with a plus, and the next line has no name.
      if (fact[1] === '' && record.length > 0)
        record.at(-1)![1] = `${record.at(-1)![1].replace(/\s*\+$/, '')}\n${value}`
      else record.push([fact[1]!, value])
      run.last = next
    }
  }
  flush()
  return found
}

function build(run: { records: [string, string][][]; first: Line; last: Line }): ReadTable {
  const columns = new Map<string, number>()
  const rows = run.records.map((record) => {
    const row: string[] = []
    for (const [name, value] of record) {
      if (!columns.has(name)) columns.set(name, columns.size)
      row[columns.get(name)!] = value
    }
    return row
  })
  const header = [...columns.keys()]
  const full = rows.map((row) => header.map((_, at) => row[at] ?? ''))
  const end = run.last.start + run.last.text.trimEnd().length
  return { ...squareUp(header, full), format: 'box', start: run.first.start, end }
}
