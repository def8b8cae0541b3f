// Measures a sample of delimited records for the judge: sentences, code, spaced marks, typed columns.
import { readCell } from '../parse/parse-cell.ts'
import { isCode, isMember } from '../surroundings/read-code.ts'
import { isColumnWord } from '../surroundings/read-header-words.ts'

export type SampleStats = {
  /** Columns with anything in them. */
  columns: number
  /** Columns whose cells below the first are mostly values rather than words. */
  typed: number
  /** Share of cells that are values, codes or short words. */
  clean: number
  /** Mean and greatest number of words in a filled cell. */
  words: number
  longest: number
  /** Shares of records: ends as sentences do, has a bracket open across cells, reads like program text, like members. */
  sentences: number
  unbalanced: number
  code: number
  members: number
  /** Share of delimiters followed by a space. */
  spaced: number
  /** Share of records whose every delimiter sits between digits, as in 1,234 and 3,50. */
  inNumbers: number
  /** Share of records that open with a list mark, and whose first cell is empty. */
  listMarks: number
  indented: number
  /** Share of records with an HTML character reference, whose end is a semicolon. */
  entities: number
  /** Share of records that are a code span, or an indented block of program text of two lines. */
  spans: number
  /** Share of records with a tab. */
  tabbed: number
  /** Shares of records with a cell of drawn dashes, and that are one decimal number. */
  drawn: number
  decimals: number
  /** Share of records that are one date: `March 3, 2026`. */
  days: number
  /** Whether the first two records have a value in the same column. */
  alike: boolean
  /** Whether the first record holds usual column names. */
  named: boolean
  /** Whether no delimiter has a space beside it, and the first record is short labels. */
  tight: boolean
  /** Whether the first record is short labels, one for each cell. */
  headed: boolean
  /** Whether every record is one web address. */
  addresses: boolean
  /** Whether every record is framed by the delimiter. */
  framed: boolean
}

/** `lines` are the records' texts in the same order as their cells. */
export function sampleStats(rows: string[][], lines: string[], delimiter: string): SampleStats {
  const width = Math.max(...rows.map((row) => row.length))
  let columns = 0
  let typed = 0
  for (let column = 0; column < width; column++) {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
    if (cells.length > 0) columns++
    const body = rows
      .slice(1)
      .map((row) => row[column]?.trim() ?? '')
      .filter((cell) => cell !== '')
    if (body.length > 0 && body.filter(isValue).length >= body.length * 0.8) typed++
  }
  const filled = rows
    .flat()
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  const lengths = filled.map(wordsIn)
  const share = (test: (line: string, index: number) => boolean) => lines.filter(test).length / lines.length
  return {
    columns,
    typed,
    clean: filled.filter(isClean).length / Math.max(1, filled.length),
    words: lengths.reduce((sum, words) => sum + words, 0) / Math.max(1, lengths.length),
    longest: lengths.reduce((most, words) => Math.max(most, words), 0),
    sentences: share(isSentence),
    unbalanced: share((_line, index) => rows[index]!.some(isUnbalanced)),
    // A cell may hold a spreadsheet formula, and a closing semicolon may be an empty last cell.
    code: share(
      (line) =>
        !`${delimiter}${line}`.includes(`${delimiter}=`) && isCode(delimiter === ';' ? withoutTail(line) : line),
    ),
    members: share(isMember),
    spaced: spacedShare(lines, delimiter),
    inNumbers: isNamed(rows, lines, delimiter) ? 0 : share((line, index) => isInNumbers(line, rows[index]!, delimiter)),
    listMarks: isListed(lines[0] ?? '') ? share(isListed) : 0,
    // Under a named first column, empty first cells are data and no indent.
    indented:
      rows[0]?.[0]?.trim() === '' || isListed(lines[0] ?? '') ? share((_line, at) => rows[at]![0]?.trim() === '') : 0,
    entities: share((line) => /&#?\w{2,8};/.test(line)),
    spans: share((line) => /^\s*`[^`]*`\s*$/.test(line) || (lines.length < 3 && /^ {4}\S/.test(line))),
    drawn: share((_line, index) =>
      rows[index]!.some((cell) => /^[-\d~hpbx/\\|]{6,}$/.test(cell.trim()) && cell.includes('---')),
    ),
    decimals: share((line) => /^\s*[-+]?[\d.]+,\d{1,2}\s*$/.test(line)),
    tabbed: share((line) => line.includes('\t')),
    days: share((line) => /^\s*\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4}\s*$/u.test(line)),
    alike: rows.length > 1 && rows[0]!.some((cell, column) => isValue(cell) && isValue(rows[1]![column] ?? '')),
    named: rows[0]!.filter(isColumnWord).length >= rows[0]!.length / 2,
    tight:
      isHeaded(rows[0]!) && !lines.some((line) => line.includes(` ${delimiter}`) || line.includes(`${delimiter} `)),
    headed: isHeaded(rows[0]!),
    addresses: lines.every((line) => /^\s*(?:https?:\/\/|www\.)\S*\s*$/i.test(line)),
    framed: lines.every((line) => line.trim().startsWith(delimiter) && line.trim().endsWith(delimiter)),
  }
}

function isValue(cell: string): boolean {
  if (/^[\d(+-][\d\s().:/+-]*$/.test(cell) && /\d/.test(cell)) return true
  const type = readCell(cell, {})?.type
  return type !== undefined && type !== 'text'
}

function isClean(cell: string): boolean {
  return cell.length < 60 && (isValue(cell) || /^[\p{L}\p{N}\p{M}_.@#&'’/+ -]+$/u.test(cell))
}

// Scripts without spaces count two characters as a word.
function wordsIn(cell: string): number {
  const dense = cell.match(/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]/g)?.length ?? 0
  return cell.split(/\s+/).length + dense / 2
}

function isSentence(line: string): boolean {
  const end = line.trimEnd()
  if (/[.!?…][")'”’»]?$/.test(end)) return wordsIn(end) >= 5
  return /[,:，、。！？]$/.test(end) && wordsIn(end) >= 4
}

// Semicolons at the end of a record are its empty last cells.
function withoutTail(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ';' || line[end - 1] === ' ')) end--
  return line.slice(0, end)
}

function isListed(line: string): boolean {
  return /^\s*(?:[•·▪●○*–-]|\(?(?:\d{1,3}|[a-z])[.)])\s/i.test(line)
}

function isUnbalanced(cell: string): boolean {
  if (cell.length > 500) return false
  let round = 0
  let square = 0
  for (const char of cell) {
    if (char === '(') round++
    else if (char === ')') round--
    else if (char === '[' || char === '{') square++
    else if (char === ']' || char === '}') square--
    if (round < 0 || square < 0) return true
  }
  return round !== 0 || square !== 0
}

function spacedShare(lines: string[], delimiter: string): number {
  let all = 0
  let spaced = 0
  for (const line of lines) {
    const bare = line.replace(/"(?:[^"]|"")*"/g, 'q')
    for (let at = bare.indexOf(delimiter); at >= 0; at = bare.indexOf(delimiter, at + 1)) {
      all++
      if (bare[at + 1] === ' ' && /\S/.test(bare[at + 2] ?? '') && bare[at + 2] !== delimiter) spaced++
    }
  }
  return spaced / Math.max(1, all)
}

function isHeaded(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() !== '' && wordsIn(cell) <= 3 && !/[.!?:]$/.test(cell.trim()))
}

// Names without a digit over records of the same width: `Month,Sales` above `Jan 2026,5` says what the comma is.
function isNamed(rows: string[][], lines: string[], delimiter: string): boolean {
  const [names = []] = rows
  if (names.length < 2 || !isHeaded(names) || /\d/.test(lines[0]!) || lines[0]!.includes(`${delimiter} `)) return false
  const prices = rows.slice(1).filter(([first = '', second = '']) => /\s\d{1,3}$/.test(first) && /^\d\d\b/.test(second))
  return rows.length >= 3 && prices.length === 0 && rows.every((cells) => cells.length === names.length)
}

function isInNumbers(line: string, cells: string[], delimiter: string): boolean {
  if (cells.length < 2) return false
  for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + 1)) {
    if (!/\d/.test(line[at - 1] ?? '') || !/\d/.test(line[at + 1] ?? '')) return false
  }
  // Digits on both sides everywhere: columns of whole numbers, unless they are thousands or sit inside words.
  if (cells.every((cell) => /^\s*-?\d+(?:\.\d+)?\s*$/.test(cell)))
    return /^\s*-?\d{1,3}$/.test(cells[0]!) && cells.slice(1).every((cell) => /^\d{3}$/.test(cell.trim()))
  return cells.some((cell) => !isValue(cell.trim()))
}
