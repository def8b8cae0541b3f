// Reads every table of a workbook: the blocks of cells on each of its sheets, with their types.
import type { ReadTable } from '../../shared/table/read-table.ts'
import { Problem } from '../platform/problem.ts'
import { buildSheetTable } from './build-sheet-table.ts'
import { fillMerges } from './fill-merges.ts'
import { readOdsSheets } from './read-ods.ts'
import { readXlsxSheets } from './read-xlsx.ts'
import { recogniseFile } from './recognise-file.ts'
import type { Box, SheetGrid } from './sheet-grid.ts'
import { splitSheet } from './split-sheet.ts'
import { readZipDirectory, unpack } from './zip-directory.ts'

export type SheetTable = { table: ReadTable; sheet: string; notes: string[] }

/** `lines` are the texts beside the tables. */
export type WorkbookTables = { tables: SheetTable[]; lines: { sheet: string; text: string }[] }

/** Throws `Problem('file_unreadable')` for what is no workbook or a damaged one, `table_too_large` for too many cells. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookTables> {
  const file = recogniseFile(bytes)
  if (file.kind === 'refused') throw new Problem('file_unreadable', file.remedy)
  if (file.kind === 'text') throw new Problem('file_unreadable', 'It is no workbook.')
  const { sheets, charts } = await readSheets(bytes, file.kind)
  const read: WorkbookTables = { tables: [], lines: [] }
  for (const name of charts) read.lines.push({ sheet: name, text: '(a chart, without cells)' })
  for (const sheet of sheets) addSheet(read, sheet, file.kind)
  return read
}

/** Reading one takes half a kilobyte; with all that a format says of it, this many fit into two gigabytes. */
const mostCells = 3_000_000
/** Texts, styles and drawings are read as trees, which take more for each of their tags. */
const mostTags = 8_000_000

/** Counts before anything is built: unpacking costs little, running out of memory everything. */
function checkAmount(bytes: Uint8Array): void {
  let cells = 0
  let tags = 0
  for (const entry of readZipDirectory(bytes) ?? []) {
    if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue
    const content = unpack(bytes, entry)
    if (/worksheets\/[^/]+\.xml$/i.test(entry.name)) cells += countCells(content)
    else tags += countTags(content)
  }
  const amount =
    cells > mostCells ? `${cells.toLocaleString('en-US')} cells` : tags > mostTags ? 'too many parts' : null
  if (amount === null) return
  const most = `${mostCells.toLocaleString('en-US')} cells of a workbook can be read`
  throw new Problem('table_too_large', `It has ${amount}; ${most}. Split it, or save the sheet that you need as CSV.`)
}

/** Each becomes a table of its own in the reply. */
const mostTables = 500

const [lessThan, colon, letterC] = [0x3c, 0x3a, 0x63]

/** Tags named `c`, with a namespace or without. */
function countCells(xml: Uint8Array): number {
  let cells = 0
  for (let at = xml.indexOf(letterC, 1); at > 0; at = xml.indexOf(letterC, at + 1)) {
    const [before, after] = [xml[at - 1], xml[at + 1]!]
    // What follows is a blank, the end of the tag, or its slash.
    if ((before === lessThan || before === colon) && (after <= 0x20 || after === 0x3e || after === 0x2f)) cells++
  }
  return cells
}

function countTags(xml: Uint8Array): number {
  let tags = 0
  for (let at = xml.indexOf(lessThan); at >= 0; at = xml.indexOf(lessThan, at + 1)) tags++
  return tags
}

async function readSheets(bytes: Uint8Array, kind: 'xlsx' | 'ods'): Promise<{ sheets: SheetGrid[]; charts: string[] }> {
  try {
    if (kind === 'xlsx') {
      checkAmount(bytes)
      return await readXlsxSheets(bytes)
    }
    const content = readZipDirectory(bytes)?.find(({ name }) => name === 'content.xml')
    if (!content) throw new Error('No content')
    return { sheets: readOdsSheets(new TextDecoder().decode(unpack(bytes, content))), charts: [] }
  } catch (error) {
    if (error instanceof Problem) throw error
    const message = error instanceof Error ? error.message : ''
    if (/cells\)?, over|More cells|Map maximum size|Invalid (?:string|array) length/i.test(message))
      throw new Problem(
        'table_too_large',
        'One of its sheets has more cells than can be read. Split it, then send the parts.',
      )
    throw new Problem(
      'file_unreadable',
      'The workbook is damaged. Open it where it was made, save it again and upload that, or save the sheet that you need as CSV.',
      { cause: error },
    )
  }
}

function addSheet(read: WorkbookTables, grid: SheetGrid, kind: 'xlsx' | 'ods'): void {
  const whole = fillMerges(grid)
  const notes = sheetNotes(grid)
  if (!whole) notes.push('Some merged cells cover so much that only their first cell was filled.')
  const { tables, lines } = splitSheet(grid)
  if (tables.length + read.tables.length > mostTables)
    throw new Problem(
      'table_too_large',
      `Its sheets hold more than ${mostTables} separate blocks of cells. Send the sheets that you need as CSV.`,
    )
  const made: { box: Box; own: SheetTable }[] = []
  for (const { box, name } of tables) {
    const table = buildSheetTable(grid, box, name !== null, kind)
    if (!table) {
      const text = (grid.texts[box.top] ?? []).filter((cell) => cell !== '').join(' ')
      lines.push({ box, text })
      continue
    }
    made.push({ box, own: { table, sheet: grid.name, notes } })
  }
  for (const { box, text } of lines) {
    const owner = made.find(({ box: below, own }) => isTitleOf(box, below) && own.table.title === undefined)
    if (owner && text.length <= 80 && !text.includes('\n')) owner.own.table.title = text
    else {
      read.lines.push({ sheet: grid.name, text })
      const beside = made.findLast(({ box: other }) => other.top <= box.top) ?? made[0]
      if (beside) leaveOut(beside.own.table, text)
    }
  }
  read.tables.push(...made.map(({ own }) => own))
}

function leaveOut(table: ReadTable, text: string): void {
  if ((table.skipped?.length ?? 0) >= 20) return
  const line = text.replace(/\s+/g, ' ')
  const shown = line.length > 80 ? `${line.slice(0, 79)}…` : line
  table.skipped = [...(table.skipped ?? []), { start: 0, end: 0, reason: `“${shown}” beside the table` }]
}

/** A line is a table's title when it stands right above it, over one of its columns. */
function isTitleOf(line: Box, table: Box): boolean {
  const gap = table.top - line.bottom
  return line.top === line.bottom && gap >= 1 && gap <= 3 && line.left <= table.right && line.right >= table.left
}

function sheetNotes(grid: SheetGrid): string[] {
  const notes: string[] = []
  const say = (count: number, one: string, many: string) => {
    if (count > 0) notes.push(count === 1 ? one : `${count.toLocaleString('en-US')} ${many}`)
  }
  if (grid.hidden) notes.push(`The sheet “${grid.name}” is hidden in the workbook; it was read too.`)
  say(
    grid.hiddenRows,
    'A row that is hidden in the workbook was read too.',
    'rows that are hidden in the workbook were read too.',
  )
  say(
    grid.hiddenColumns,
    'A column that is hidden in the workbook was read too.',
    'columns that are hidden in the workbook were read too.',
  )
  say(
    grid.errors,
    'A cell with an error such as #N/A was left empty.',
    'cells with errors such as #N/A were left empty.',
  )
  say(
    grid.formulasWithoutValue,
    'A formula has no stored result; its cell is empty. Open and save the workbook, then upload it again.',
    'formulas have no stored result; their cells are empty. Open and save the workbook, then upload it again.',
  )
  return notes
}
