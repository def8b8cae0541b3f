// Lays the lines of one drawn table out as header and rows.

import { type ReadTable, type SkippedSpan, squareUp } from '../read-table.ts'
import { hasHeader } from '../surroundings/read-header.ts'
import { type BoxCells, cellsAt, joinLines } from './read-box-cells.ts'
import { type BoxLine, boundsOf, columnsOf } from './read-box-lines.ts'

type Group = { lines: BoxLine[]; rule: BoxLine | null }

const typeNames =
  /^(?:u?int\d*|[iuf](?:8|16|32|64|128)|bigint|u?(?:small|tiny|huge)int|integer|varchar|str|string|cat|float\d*|double|decimal\(\d+,\s*\d+\)|bool(?:ean)?|date(?:\[.*\])?|time(?:stamp)?|datetime(?:\[.*\])?|text|null|object|list\[.*\]|struct.*)$/i

/** The table drawn by `run`, or null when it is no table of data. */
export function buildBox(run: BoxLine[]): ReadTable | null {
  const framed = run.some((line) => line.kind === 'rule' && line.framed)
  const own = framed ? trimFramed(run) : trimOpen(run)
  if (!own) return null
  const rules = own.filter((line) => line.kind === 'rule')
  const widest = rules.reduce((best, rule) => (columnsOf(rule) > columnsOf(best) ? rule : best))
  const bounds = boundsOf(widest)
  const columns = bounds.length - 1
  const groups = groupsOf(own)
  const skipped: SkippedSpan[] = []
  let title = rules.find((rule) => rule.label)?.label
  const spread = (group: Group) => columns > 1 && group.lines.every((line) => cellsAt(line, bounds).spread)
  while (groups.length > 1 && spread(groups[0]!)) {
    const text = joinLines(
      groups.shift()!.lines.map((line) => cellsAt(line, bounds)),
      false,
    )[0]!
    title ??= text
  }
  while (groups.length > 1 && spread(groups.at(-1)!)) {
    const { lines } = groups.pop()!
    skipped.push({ start: lines[0]!.start, end: lines.at(-1)!.end, reason: 'a note inside the frame' })
  }
  if (groups.length === 0 || spread(groups[0]!)) return null
  const laid = layGroups(groups, bounds, framed, skipped)
  if (!laid || !isTable(laid.header, laid.rows, columns, own)) return null
  const first = own[0]!
  const last = own.at(-1)!
  return {
    ...squareUp(laid.header, laid.rows),
    format: 'box',
    start: first.start + first.from,
    end: last.start + last.text.trimEnd().length,
    ...(title ? { title } : {}),
    ...(skipped.length > 0 ? { skipped } : {}),
  }
}

// A framed table begins and ends with a border or a framed row.
function trimFramed(run: BoxLine[]): BoxLine[] | null {
  let from = 0
  let to = run.length - 1
  const edge = (line: BoxLine) => line.framed
  while (from <= to && !edge(run[from]!)) from++
  while (to >= from && !edge(run[to]!)) to--
  const own = run.slice(from, to + 1)
  const strays = own.filter((line) => !line.framed).length
  return own.length >= 3 && strays <= own.length * 0.2 ? own : null
}

// Without a frame the header is the line above the rule, and rows go on as long as bars do.
function trimOpen(run: BoxLine[]): BoxLine[] | null {
  const rule = run.findIndex((line) => line.kind === 'rule')
  if (rule < 1 || run[rule - 1]!.kind !== 'row') return null
  const quoted = run[rule]!.text.trimStart().startsWith('>')
  // An empty first cell is nothing but blanks: they belong to the row here.
  const whole = (line: BoxLine) => (quoted ? line.text.replace(/^[ \t]*(?:>[ \t]?)+/, '') : line.text)
  const own = run
    .slice(rule - 1)
    .map((line) => (line.kind === 'row' ? { ...line, body: whole(line), framed: false } : line))
  const width = columnsOf(run[rule]!)
  const fits = (line: BoxLine | undefined) => !line || line.kind === 'rule' || cellCount(line) === width
  return fits(own[0]) && fits(own[2]) ? own : null
}

function cellCount(line: BoxLine): number {
  return line.body.split(/[|│┃║┆┇┊┋╎╏]/).length
}

function groupsOf(own: BoxLine[]): Group[] {
  const groups: Group[] = []
  let rule: BoxLine | null = null
  let open: Group | null = null
  for (const line of own) {
    if (line.kind === 'rule') {
      rule = line
      open = null
    } else if (open) open.lines.push(line)
    else {
      open = { lines: [line], rule }
      groups.push(open)
    }
  }
  return groups
}

function layGroups(
  groups: Group[],
  bounds: number[],
  framed: boolean,
  skipped: SkippedSpan[],
): { header: string[] | null; rows: string[][] } | null {
  const [first, ...others] = groups
  if (!first) return null
  const cellsOf = (group: Group) => group.lines.map((line) => cellsAt(line, bounds))
  const ruled = isRuled(others, bounds)
  const bodyRows = (group: Group) =>
    ruled ? splitGroup(cellsOf(group)) : framed ? cellsOf(group).map((line) => line.cells) : joinBroken(cellsOf(group))
  const body = others.flatMap(bodyRows)
  if (others.length === 0) {
    if (!framed) return { header: joinLines(headLines(first, bounds, skipped), false), rows: [] }
    if (bounds.length === 2) return null
    const rows = cellsOf(first).map((line) => line.cells)
    return hasHeader(rows) ? { header: rows[0]!, rows: rows.slice(1) } : { header: null, rows }
  }
  const header = joinLines(headLines(first, bounds, skipped), false)
  const marked = others.length === 1 || /[=═━]/.test(others[0]!.rule!.body) !== /[=═━]/.test(others[1]!.rule!.body)
  if (marked || !ruled || first.lines.length > 1) return { header, rows: body }
  const rows = [header, ...body]
  return hasHeader(rows) || !header.some((cell) => /\d/.test(cell)) ? { header, rows: body } : { header: null, rows }
}

// A rule under some of the columns parts the rows there, while a cell beside it goes on: it belongs to both rows.
function splitGroup(lines: BoxCells[]): string[][] {
  const parts: BoxCells[][] = [[]]
  const shared = new Set<number>()
  for (const line of lines) {
    const isRule = (cell: string) => /^[-=]{2,}$/.test(cell.trim())
    if (!/\+[-=]{2}/.test(line.source) || !line.cells.some(isRule)) parts.at(-1)!.push(line)
    else {
      for (const [at, cell] of line.cells.entries()) if (!isRule(cell)) shared.add(at)
      const rest = { ...line, cells: line.cells.map((cell) => (isRule(cell) ? '' : cell)) }
      parts.push([rest])
    }
  }
  const rows = parts.map((part) => joinLines(part, true))
  for (const at of shared) {
    const text = joinLines(parts.flat(), true)[at] ?? ''
    for (const row of rows) row[at] = text
  }
  return rows
}

// Some programs print the types of the columns under their names.
function headLines(group: Group, bounds: number[], skipped: SkippedSpan[]): BoxCells[] {
  const lines = group.lines.map((line) => ({ line, laid: cellsAt(line, bounds) }))
  return lines
    .filter(({ line, laid }, index) => {
      const rest = laid.cells.filter((cell) => cell !== '')
      const types =
        index > 0 && rest.length > 0 && rest.every((cell) => typeNames.test(cell) || /^-{2,}$|^…$/.test(cell))
      if (types) skipped.push({ start: line.start, end: line.end, reason: 'the types of the columns' })
      return !types
    })
    .map(({ laid }) => laid)
}

// Rules between all rows, so that several lines between two of them are one wrapped row: their later lines have blanks.
function isRuled(groups: Group[], bounds: number[]): boolean {
  if (groups.length < 2) return groups.length === 1 && groups[0]!.lines.length === 1
  let whole = 0
  let single = 0
  for (const { lines } of groups) {
    if (lines.length === 1) single++
    else if (!lines.slice(1).every((line) => cellsAt(line, bounds).cells.some((cell) => cell === ''))) whole++
  }
  return whole === 0 || single >= whole * 3
}

// psql breaks a cell with a plus at its end; the next line goes on with it.
function joinBroken(lines: BoxCells[]): string[][] {
  const rows: string[][] = []
  let broken: number[] = []
  for (const { cells, raw } of lines) {
    const row = rows.at(-1)
    const next = raw.flatMap((cell, at) =>
      /\S\s*\+$/.test(cell) && (at < raw.length - 1 || cell.length > 2) ? [at] : [],
    )
    const text = cells.map((cell, at) => (next.includes(at) ? cell.replace(/\s*\+$/, '') : cell))
    const goesOn = row && broken.length > 0 && cells.every((cell, at) => broken.includes(at) || cell === '')
    if (goesOn) for (const at of broken) row[at] += `\n${text[at] ?? ''}`
    else rows.push(text)
    broken = next
  }
  return rows
}

// A frame around words, or around one column that nothing names, is decoration.
function isTable(header: string[] | null, rows: string[][], columns: number, own: BoxLine[]): boolean {
  if (rows.length === 0) return header !== null && columns > 1
  if (columns > 1) return rows.flat().some((cell) => cell !== '') || header !== null
  if (header === null || own.some((line) => line.kind === 'rule' && line.label)) return false
  return rows.every(([cell = '']) => cell !== '' && cell.split(' ').length <= 6) && header[0] !== ''
}
