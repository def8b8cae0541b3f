import { describe, expect, it } from 'vitest'
import type { Request } from './request.ts'
import { splitRequests } from './split-requests.ts'

const row = (text: string) => ({ values: [{ userEnteredValue: { stringValue: text } }, {}] })
const cells = (sheetId: number, count: number, text: string): Request => ({
  updateCells: {
    start: { sheetId, rowIndex: 4, columnIndex: 1 },
    rows: Array.from({ length: count }, (_, at) => row(`${text}${at}`)),
    fields: 'userEnteredValue',
  },
})
const done: Request = { deleteBanding: { bandedRangeId: 1 } }
const options = { operation_id: 'operation-1', columns: 26, most: 5_000 }

/** The texts that the calls write, with the row that each is for. */
function written(batches: Request[][]): [number, string][] {
  return batches.flat().flatMap((request) => {
    if (!('updateCells' in request) || !('start' in request.updateCells)) return []
    const { start, rows } = request.updateCells
    return rows.map(({ values }, at): [number, string] => [start.rowIndex + at, JSON.stringify(values[0])])
  })
}

describe('a batch', () => {
  it('that fits one call stays one call', () => {
    const requests = [cells(7, 10, 'x'), done]
    expect(splitRequests(requests, options)).toEqual({ chunks: [], last: requests, hidden: [] })
  })

  it('with a new sheet fills it hidden, row by row, and shows it last', () => {
    const made: Request = { addSheet: { properties: { sheetId: 9, title: 'Orders' } } }
    const { chunks, last, hidden } = splitRequests([made, cells(9, 500, 'ä'), done], options)
    expect(chunks.length).toBeGreaterThan(4)
    expect(chunks.every((chunk) => Buffer.byteLength(JSON.stringify(chunk)) <= 5_200)).toBe(true)
    expect(chunks[0]?.[0]).toMatchObject({ addSheet: { properties: { sheetId: 9, hidden: true } } })
    expect(written(chunks)).toEqual(written([[cells(9, 500, 'ä')]]))
    expect(last).toEqual([
      { updateSheetProperties: { properties: { sheetId: 9, hidden: false }, fields: 'hidden' } },
      done,
    ])
    expect(hidden).toEqual([9])
  })

  it('for a sheet that is there fills hidden ones at the same addresses and copies from them', () => {
    const { chunks, last, hidden } = splitRequests([done, cells(7, 500, 'x'), cells(7, 1, 'small'), done], options)
    expect(hidden).toHaveLength(1)
    expect(chunks[0]?.[0]).toMatchObject({
      addSheet: {
        properties: { sheetId: hidden[0], hidden: true, gridProperties: { rowCount: 504, columnCount: 26 } },
      },
    })
    expect(written(chunks)).toEqual(written([[cells(7, 500, 'x')]]))
    const at = { startRowIndex: 4, endRowIndex: 504, startColumnIndex: 1, endColumnIndex: 3 }
    expect(last).toEqual([
      done,
      {
        copyPaste: {
          source: { sheetId: hidden[0], ...at },
          destination: { sheetId: 7, ...at },
          pasteType: 'PASTE_FORMULA',
        },
      },
      cells(7, 1, 'small'),
      done,
      { deleteSheet: { sheetId: hidden[0] } },
    ])
  })

  it('keeps a row whole that is larger than a call should be', () => {
    const made: Request = { addSheet: { properties: { sheetId: 9, title: 'Orders' } } }
    const { chunks } = splitRequests([made, cells(9, 3, 'x'.repeat(6_000))], options)
    expect(written(chunks)).toHaveLength(3)
  })
})
