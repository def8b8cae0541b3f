// For tests: a workbook as plain data to compare, without what only counts or names.
import { toJson } from '../../emulator/workbook/json.ts'
import type { Workbook } from '../../emulator/workbook/workbook.ts'

const usual = { width: 100, height: 21 }

const withoutId = <T extends { id: unknown }>({ id: _id, ...rest }: T) => rest
const sized = (lines: [number, number][], size: number) =>
  lines.filter(([, each]) => each !== size).sort(([a], [b]) => a - b)
const inOrder = (lines: number[]) => [...lines].sort((a, b) => a - b)
const byName = <T>(items: T[]) => [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** Ids that Google makes anew, selections, and sizes that are as on a new sheet are left out. */
export function plainBook(workbook: Workbook) {
  const { version: _version, nextId: _nextId, sheets, namedRanges, metadata, ...book } = toJson(workbook)
  return JSON.parse(
    JSON.stringify({
      ...book,
      namedRanges: byName(namedRanges.map(withoutId)),
      metadata: byName(metadata.map(withoutId)),
      sheets: sheets.map(({ selection: _selection, ...sheet }) => ({
        ...sheet,
        columnWidths: sized(sheet.columnWidths, usual.width),
        rowHeights: sized(sheet.rowHeights, usual.height),
        hiddenRows: inOrder(sheet.hiddenRows),
        hiddenColumns: inOrder(sheet.hiddenColumns),
        bandings: byName(sheet.bandings.map(({ id: _id, themes: _themes, ...banding }) => banding)),
        protections: byName(sheet.protections.map(withoutId)),
        merges: byName(sheet.merges),
        rowGroups: byName(sheet.rowGroups),
        cells: Object.fromEntries(
          [...sheet.cells]
            .sort((a, b) => a[0] - b[0] || a[1] - b[1])
            .map(([row, column, cell]) => [`${row} ${column}`, cell]),
        ),
      })),
    }),
  )
}
