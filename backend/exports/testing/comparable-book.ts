// For tests: a workbook as plain data to compare with what another writer made of the same, without what only names or counts.
import { typeOfPattern } from '../../../emulator/sheets-api/cell-data/number-format.ts'
import { toJson } from '../../../emulator/workbook/json.ts'
import type { Cell, ConditionalRule, Validation, Workbook } from '../../../emulator/workbook/workbook.ts'
import { anchorKey } from '../../../shared/plan/anchor.ts'
import { doneKey } from '../../../shared/plan/batch-update/done-note.ts'

/** What the script keeps for undo; the API has its own history. */
const undoSheet = /^Tablewright undo/

const byText = <T>(items: T[]): T[] =>
  [...items].sort((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : JSON.stringify(a) > JSON.stringify(b) ? 1 : 0,
  )

/** A type that a number format has anyway, and the writing of an argument, are no difference. */
function plainCell({ numberType, validation, style, ...cell }: Cell): object {
  const ownType = numberType && numberType.pattern === cell.format ? numberType.type : null
  const type = ownType !== null && cell.format && ownType !== typeOfPattern(cell.format) ? { type: ownType } : {}
  // An empty checkbox is one that is not checked.
  const unchecked = validation?.type === 'CHECKBOX' && cell.value === null && cell.formula === undefined
  return {
    ...cell,
    ...type,
    ...(unchecked ? { value: false } : {}),
    ...plainStyle(style),
    ...(validation ? { validation: plainRule(validation) } : {}),
  }
}

/** Not bold is how a cell is that says nothing. */
function plainStyle(style: Cell['style']): object {
  const said = Object.entries(style ?? {}).filter(([, value]) => value !== false && value !== undefined)
  return said.length > 0 ? { style: Object.fromEntries(said) } : {}
}

function plainRule({ texts: _texts, showDropdown: _shown, ...rule }: Validation): object {
  return rule
}

function plainCondition(rule: ConditionalRule): object {
  if (rule.kind === 'gradient') return rule
  const { texts: _texts, ...rest } = rule
  return rest
}

/** An anchor has another id with each writer, and the time of its write. */
function plainAnchor(json: string | null): unknown {
  const { id: _id, written_at: _at, ...anchor } = JSON.parse(json ?? '{}')
  return anchor
}

/** Sheets are told by their names; what the script hides for undo and what the API remembers of its operations is left out. */
export function comparableBook(workbook: Workbook) {
  const { sheets, namedRanges, metadata, ...book } = toJson(workbook)
  const nameOf = (id: number) => workbook.sheets.find((sheet) => sheet.id === id)?.name
  const seen = sheets.filter(({ name }) => !undoSheet.test(name))
  const plain = {
    ...{ title: book.title, locale: book.locale, timeZone: book.timeZone, defaultStyle: book.defaultStyle },
    namedRanges: byText(namedRanges.map(({ name, sheetId, box }) => ({ name, sheet: nameOf(sheetId), box }))),
    metadata: byText(
      metadata.flatMap(({ id: _id, value, at, ...entry }) => {
        if (entry.key === doneKey) return []
        const where = 'sheetId' in at ? { ...at, sheetId: nameOf(at.sheetId) } : at
        return [{ ...entry, at: where, value: entry.key === anchorKey ? plainAnchor(value) : value }]
      }),
    ),
    sheets: seen.map(({ id: _id, selection: _selection, cells, conditionalRules, bandings, ...sheet }) => ({
      ...sheet,
      columnWidths: sheet.columnWidths.filter(([, width]) => width !== 100).sort(([a], [b]) => a - b),
      rowHeights: sheet.rowHeights.filter(([, height]) => height !== 21).sort(([a], [b]) => a - b),
      hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
      hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
      merges: byText(sheet.merges),
      bandings: byText(bandings.map(({ id: _band, themes: _themes, ...banding }) => banding)),
      conditionalRules: conditionalRules.map(plainCondition),
      protections: byText(sheet.protections.map(({ id: _protection, ...protection }) => protection)),
      cells: Object.fromEntries(
        [...cells]
          .sort((a, b) => a[0] - b[0] || a[1] - b[1])
          .map(([row, column, cell]) => [`${row} ${column}`, plainCell(cell)]),
      ),
    })),
  }
  return JSON.parse(JSON.stringify(plain))
}
