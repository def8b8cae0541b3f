// Range: borders, which each cell holds for its own four sides.
import { cellAt, eachPosition, patchStyle } from '../../workbook/cells.ts'
import type { Borders, Edge } from '../../workbook/workbook.ts'
import { boolean, textOrNull } from '../arguments.ts'
import { cssColor } from '../colors.ts'
import { BorderStyle, enumName, member } from '../enums.ts'
import type { Execution } from '../execution.ts'
import type { RangeState } from '../kinds.ts'
import { type Args, defineKind, type Handle, type Methods, make } from '../service.ts'
import { colorHandle } from './color.ts'

const BorderKind = defineKind<Edge | null>('SpreadsheetApp.Border')
const BordersKind = defineKind<Borders>('SpreadsheetApp.Borders')

Object.assign(BorderKind.methods, {
  getColor: (edge) => colorHandle(edge?.color, edge?.theme),
  getBorderStyle: (edge) => (edge ? member(BorderStyle, edge.style) : null),
} satisfies Methods<Edge | null>)
Object.assign(BordersKind.methods, {
  getTop: ({ top }) => make(BorderKind, top ?? null),
  getLeft: ({ left }) => make(BorderKind, left ?? null),
  getBottom: ({ bottom }) => make(BorderKind, bottom ?? null),
  getRight: ({ right }) => make(BorderKind, right ?? null),
} satisfies Methods<Borders>)

/** The borders of the first cell; null when it has none. */
export function getBorder({ sheet, box }: RangeState): Handle | null {
  const borders = cellAt(sheet, box.row, box.column)?.style?.borders
  return borders && Object.keys(borders).length > 0 ? make(BordersKind, borders) : null
}

/** `setBorder(top, left, bottom, right, vertical, horizontal, color?, style?)`; null leaves a side as it is. */
export function setBorder({ sheet, box }: RangeState, args: Args, { workbook }: Execution): void {
  const [top, left, bottom, right, vertical, horizontal] = [0, 1, 2, 3, 4, 5].map((index) =>
    args[index] === null || args[index] === undefined ? null : boolean(args, index),
  )
  const edge: Edge = {
    color: cssColor(textOrNull(args, 6)) ?? '#000000',
    style: args[7] ? enumName(args, 7, BorderStyle) : 'SOLID',
  }
  eachPosition(box, (row, column) => {
    const sides: [keyof Borders, boolean | null | undefined][] = [
      ['top', row === box.row ? top : horizontal],
      ['bottom', row === box.row + box.rows - 1 ? bottom : horizontal],
      ['left', column === box.column ? left : vertical],
      ['right', column === box.column + box.columns - 1 ? right : vertical],
    ]
    const borders: Borders = { ...cellAt(sheet, row, column)?.style?.borders }
    for (const [side, wanted] of sides) {
      if (wanted === true) borders[side] = edge
      if (wanted === false) delete borders[side]
    }
    patchStyle(workbook, sheet, row, column, { borders: Object.keys(borders).length > 0 ? borders : undefined })
  })
}
