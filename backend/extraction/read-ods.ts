// Reads the sheets of an OpenDocument spreadsheet: its cells carry their types and values in plain words.
import { Parser } from 'htmlparser2'
import {
  type Box,
  elapsed,
  emptyCell,
  kinds,
  moneyKind,
  percentText,
  plainNumber,
  type ReadCell,
  type SheetGrid,
} from './sheet-grid.ts'

/** A repeated empty row or cell fills the sheet to its edge; a repeated value is meant. */
const mostCells = 10_000_000
const mostColumns = 16_384

type Attributes = Record<string, string>
/** `blank` cells are pending: they count only when one with something in it follows. */
type OpenRow = { texts: string[]; kinds: number[]; blank: number; repeat: number; hidden: boolean }
type OpenCell = { attributes: Attributes; covered: boolean; text: string; paragraphs: number }
/** What stands in a cell without being its text. */
const aside = new Set(['office:annotation', 'draw:frame', 'draw:custom-shape', 'draw:g', 'draw:a', 'table:detective'])

/** Throws `RangeError` for a sheet of more cells than can be read. */
export function readOdsSheets(xml: string): SheetGrid[] {
  const sheets: SheetGrid[] = []
  let sheet: SheetGrid | null = null
  let depth = 0
  let hidden = 0
  let row: OpenRow | null = null
  let blankRows = 0
  let cell: OpenCell | null = null
  let inText = 0
  let cells = 0
  let merges: Box[] = []

  const endCell = () => {
    if (!cell || !row || !sheet) return
    const { attributes, covered } = cell
    const read = covered ? emptyCell : readValue(cell, sheet)
    const repeat = count(attributes['table:number-columns-repeated'], mostColumns)
    const [down, right] = [
      count(attributes['table:number-rows-spanned'], 1e6),
      count(attributes['table:number-columns-spanned'], mostColumns),
    ]
    const left = row.texts.length + row.blank
    if (!covered && (down > 1 || right > 1)) {
      const top = sheet.texts.length + blankRows
      merges.push({ top, left, bottom: top + down - 1, right: left + right - 1 })
    }
    if (read.kind === kinds.empty) row.blank = Math.min(row.blank + repeat, mostColumns)
    else {
      append(row, emptyCell, row.blank)
      append(row, read, repeat)
      row.blank = 0
    }
    cell = null
  }

  const endRow = () => {
    if (!row || !sheet) return
    const width = row.kinds.length
    if (width === 0) {
      // Kept back until a row with something in it follows: the last one reaches to the end of the sheet.
      blankRows += row.repeat
      row = null
      return
    }
    cells += row.repeat * width + blankRows
    if (cells > mostCells) throw new RangeError('More cells than can be read')
    for (; blankRows > 0; blankRows--) {
      sheet.texts.push([])
      sheet.kinds.push([])
    }
    for (let copy = 0; copy < row.repeat; copy++) {
      sheet.texts.push(copy === 0 ? row.texts : [...row.texts])
      sheet.kinds.push(copy === 0 ? row.kinds : [...row.kinds])
    }
    if (row.hidden) sheet.hiddenRows += row.repeat
    row = null
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden > 0 || (cell && aside.has(name))) {
          hidden++
          return
        }
        if (name === 'table:table') {
          depth++
          if (depth > 1) return
          sheet = newSheet(attributes['table:name'] ?? `Sheet ${sheets.length + 1}`)
          sheets.push(sheet)
          merges = sheet.merges
          blankRows = 0
        } else if (name === 'table:table-row' && depth === 1) {
          const repeat = count(attributes['table:number-rows-repeated'], 1_048_576)
          row = { texts: [], kinds: [], blank: 0, repeat, hidden: isHidden(attributes) }
        } else if (name === 'table:table-column' && depth === 1 && sheet && isHidden(attributes)) {
          const columns = count(attributes['table:number-columns-repeated'], mostColumns)
          // Columns hidden to the edge of the sheet have nothing in them.
          if (columns < 1000) sheet.hiddenColumns += columns
        } else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && row && depth === 1) {
          cell = { attributes, covered: name !== 'table:table-cell', text: '', paragraphs: 0 }
        } else if (name === 'text:p' && cell) {
          inText++
          if (cell.paragraphs++ > 0) cell.text += '\n'
        } else if (cell && inText > 0) {
          if (name === 'text:s') cell.text += ' '.repeat(count(attributes['text:c'], 1000))
          else if (name === 'text:tab') cell.text += '\t'
          else if (name === 'text:line-break') cell.text += '\n'
        }
      },
      ontext(text) {
        if (cell && inText > 0 && hidden === 0) cell.text += text
      },
      onclosetag(name) {
        if (hidden > 0) {
          hidden--
          return
        }
        if (name === 'text:p' && inText > 0) inText--
        else if (depth === 1 && (name === 'table:table-cell' || name === 'table:covered-table-cell')) endCell()
        else if (depth === 1 && name === 'table:table-row') endRow()
        else if (name === 'table:table') {
          depth--
          if (depth === 0) sheet = null
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return sheets
}

function append(row: OpenRow, cell: ReadCell, times: number): void {
  for (let copy = 0; copy < times && row.texts.length < mostColumns; copy++) {
    row.texts.push(cell.text)
    row.kinds.push(cell.kind)
  }
}

const newSheet = (name: string): SheetGrid => ({
  name,
  hidden: false,
  texts: [],
  kinds: [],
  merges: [],
  tables: [],
  frozenRows: 0,
  hiddenRows: 0,
  hiddenColumns: 0,
  errors: 0,
  formulasWithoutValue: 0,
})

const isHidden = (attributes: Attributes) => /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '')

function count(text: string | undefined, most: number): number {
  const value = Number(text ?? '1')
  return Number.isFinite(value) && value >= 1 ? Math.min(Math.trunc(value), most) : 1
}

function readValue({ attributes, text }: OpenCell, sheet: SheetGrid): ReadCell {
  const type = attributes['office:value-type'] ?? ''
  const number = Number(attributes['office:value'] ?? 'NaN')
  if (attributes['calcext:value-type'] === 'error') {
    sheet.errors++
    return emptyCell
  }
  switch (type) {
    case 'float':
      return Number.isFinite(number) ? { text: plainNumber(number), kind: kinds.number } : asText(text)
    case 'percentage':
      return Number.isFinite(number) ? { text: percentText(number), kind: kinds.percent } : asText(text)
    case 'currency': {
      const code = attributes['office:currency'] ?? ''
      const kind = /^[A-Z]{3}$/.test(code) ? moneyKind(code) : kinds.number
      return Number.isFinite(number) ? { text: plainNumber(number), kind } : asText(text)
    }
    case 'date':
      return readDate(attributes['office:date-value'] ?? '') ?? asText(text)
    case 'time':
      return readTime(attributes['office:time-value'] ?? '') ?? asText(text)
    case 'boolean':
      return { text: attributes['office:boolean-value'] === 'true' ? 'true' : 'false', kind: kinds.boolean }
    default:
      return asText(text === '' ? (attributes['office:string-value'] ?? '') : text)
  }
}

const asText = (text: string): ReadCell => (text === '' ? emptyCell : { text, kind: kinds.text })

function readDate(value: string): ReadCell | null {
  const match = value.match(/^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/)
  if (!match) return null
  // Some programs write the midnight of every date.
  return match[2] && match[2] !== '00:00:00'
    ? { text: `${match[1]}T${match[2]}`, kind: kinds.datetime }
    : { text: match[1]!, kind: kinds.date }
}

/** `PT14H30M00S`. */
function readTime(value: string): ReadCell | null {
  const match = value.match(/^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/)
  if (!match) return null
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number]
  return elapsed(((hours * 60 + minutes) * 60 + seconds) * 1000)
}
