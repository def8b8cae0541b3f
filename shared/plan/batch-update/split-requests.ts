// Parts a batch that is too large for one call, so that nobody sees half of it.
import { idFor } from './ids.ts'
import type { GridRange, Request, RowData, SheetProperties, UpdateCells } from './request.ts'

/** Google advises against more than 2 MB in one call; the rest is for what stands around the requests. */
const mostBytes = 2_000_000 - 1_000

/**
 * A write in several calls. Each of `chunks` only fills a hidden sheet at fixed places, so it can be sent again; the first of them makes the hidden sheets.
 * `last` is the write itself, and the only one that changes anything that a person sees. `hidden` are the sheets to take
 * away should it never come to that.
 */
export type SplitBatch = { chunks: Request[][]; last: Request[]; hidden: number[] }

/** `columns` are those of the sheet that is written to: a formula may mean any of them. */
export type SplitOptions = { operation_id: string; columns: number; most?: number | undefined }

type CellWrite = { updateCells: UpdateCells }

const isCellWrite = (request: Request): request is CellWrite =>
  'updateCells' in request && 'start' in request.updateCells && request.updateCells.fields === 'userEnteredValue'

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Half a pair counts two here: a pair takes four.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

const sizeOf = (value: object) => bytesOf(JSON.stringify(value)) + 1

/** The rows of a write in portions of at most `most` bytes; a row that is larger makes a portion of its own. */
function portions({ start, rows, fields }: UpdateCells, most: number): CellWrite[] {
  const parts: CellWrite[] = []
  let size = most
  let part: RowData[] = []
  rows.forEach((row, index) => {
    const added = sizeOf(row)
    if (size + added > most) {
      part = []
      size = 0
      parts.push({ updateCells: { start: { ...start, rowIndex: start.rowIndex + index }, rows: part, fields } })
    }
    part.push(row)
    size += added
  })
  return parts
}

const widthOf = (rows: RowData[]) => Math.max(1, ...rows.map(({ values }) => values.length))

function rangeOf({ start, rows }: UpdateCells): GridRange {
  return {
    sheetId: start.sheetId,
    startRowIndex: start.rowIndex,
    endRowIndex: start.rowIndex + rows.length,
    startColumnIndex: start.columnIndex,
    endColumnIndex: start.columnIndex + widthOf(rows),
  }
}

/** Into chunks: as many writes in each as it can hold. */
function pack(writes: CellWrite[], most: number): Request[][] {
  const chunks: Request[][] = []
  let size = most
  for (const write of writes) {
    const added = sizeOf(write)
    if (size + added > most) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(write)
    size += added
  }
  return chunks
}

/** The sheet that the batch makes comes in hidden, is filled, and shown by the last call with all the rest. */
function splitNewSheet(requests: Request[], properties: SheetProperties, most: number): SplitBatch {
  const hidden: Request = { addSheet: { properties: { ...properties, hidden: true } } }
  const writes = requests.filter(isCellWrite).flatMap(({ updateCells }) => portions(updateCells, most / 2))
  const [first = [], ...chunks] = pack(writes, most)
  const rest = requests.slice(1).filter((request) => !isCellWrite(request))
  const shown = { sheetId: properties.sheetId, hidden: false }
  return {
    chunks: [[hidden, ...first], ...chunks],
    last: [{ updateSheetProperties: { properties: shown, fields: 'hidden' } }, ...rest],
    hidden: [properties.sheetId],
  }
}

/**
 * What is for a sheet that is there is laid down first in hidden sheets, one for each large write, at the addresses it is
 * for: at those formulas mean the same cells. The last call copies the contents over and takes the hidden sheets away.
 */
function splitStanding(requests: Request[], { operation_id, columns, most }: Required<SplitOptions>): SplitBatch {
  const sheets: Request[] = []
  const writes: CellWrite[] = []
  const hidden: number[] = []
  const last = requests.map((request): Request => {
    if (!isCellWrite(request) || sizeOf(request) < most / 20) return request
    const destination = rangeOf(request.updateCells)
    const sheetId = idFor(operation_id, `hidden ${hidden.length}`)
    const columnCount = Math.max(columns, destination.endColumnIndex)
    const gridProperties = { rowCount: destination.endRowIndex, columnCount }
    const title = `tablewright ${sheetId}`
    sheets.push({ addSheet: { properties: { sheetId, title, hidden: true, gridProperties } } })
    const { start } = request.updateCells
    writes.push(...portions({ ...request.updateCells, start: { ...start, sheetId } }, most / 2))
    hidden.push(sheetId)
    // Formulas and values, without the look of the hidden sheet.
    return { copyPaste: { source: { ...destination, sheetId }, destination, pasteType: 'PASTE_FORMULA' } }
  })
  const [first = [], ...chunks] = pack(writes, most)
  if (hidden.length === 0) return { chunks: [], last, hidden }
  return {
    chunks: [[...sheets, ...first], ...chunks],
    last: [...last, ...hidden.map((sheetId) => ({ deleteSheet: { sheetId } }))],
    hidden,
  }
}

/**
 * Parts the requests of one operation where they are more than `most` bytes of JSON. Rows stay whole. What is not cell
 * contents all goes into the last call, be it as large as it is: Google's 2 MB are advice and no limit.
 */
export function splitRequests(requests: Request[], { most = mostBytes, ...options }: SplitOptions): SplitBatch {
  const size = requests.reduce((sum, request) => sum + sizeOf(request), 0)
  if (size <= most) return { chunks: [], last: requests, hidden: [] }
  const [first] = requests
  return first && 'addSheet' in first
    ? splitNewSheet(requests, first.addSheet.properties, most)
    : splitStanding(requests, { ...options, most })
}
