// What a plan will change in its place, counted and shown before anything is written.
import { blockAddress, cellAddress } from './a1.ts'
import { digestOf } from './digest.ts'
import type { CellChange, PlanPreview, SheetPlan } from './plan.ts'
import type { SheetCell } from './sheet-cell.ts'

/** What stands in the place now, row by row: as displayed, and the formulas (empty where there is none). */
export type PriorState = { display: string[][]; formulas: string[][] }

/** Nothing stands there, as on a new sheet. */
export const emptyPlace: PriorState = { display: [], formulas: [] }

const changesShown = 20

/** A serial number as ISO text: the day, the time, or both, as far as the number holds them. */
function serialText(serial: number): string {
  const seconds = Math.round(serial * 86400)
  const time = new Date((((seconds % 86400) + 86400) % 86400) * 1000).toISOString().slice(11, 19)
  if (serial > 0 && serial < 1) return time
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(seconds / 86400) * 86400000).toISOString().slice(0, 10)
  return seconds % 86400 === 0 ? day : `${day} ${time}`
}

function isDateFormat(numberFormat: string): boolean {
  return /yyyy|hh/.test(numberFormat)
}

/** A cell of a plan in words: what a person will read there, dates as ISO. */
export function cellText(cell: SheetCell, numberFormat: string): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.formula
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number' && isDateFormat(numberFormat)) return serialText(cell)
  return String(cell)
}

/** The block of cells that a plan writes. */
export function planBlock(plan: SheetPlan) {
  return { row: plan.row, column: plan.column, rows: plan.cells.length, columns: plan.columns.length }
}

function findOverwrites(plan: SheetPlan, prior: PriorState): PlanPreview['overwrites'] {
  let count = 0
  const first: CellChange[] = []
  plan.cells.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      const was = prior.display[r]?.[c] ?? ''
      const formula = prior.formulas[r]?.[c] ?? ''
      if (was === '' && formula === '') return
      const now = cellText(cell, r === 0 ? '@' : (plan.columns[c]?.number_format ?? ''))
      if (now === (formula || was)) return
      count++
      if (first.length < changesShown) first.push({ a1: cellAddress(plan.row + r, plan.column + c), was, now })
    })
  })
  return { count, first }
}

/** Says what the plan will do to its place, and names the plan over this state of the place by a digest. */
export function previewPlan(plan: SheetPlan, prior: PriorState, notes: string[]): PlanPreview {
  return {
    digest: digestOf([plan, prior]),
    sheet_name: plan.sheet_name,
    new_sheet: plan.target.kind === 'new_sheet',
    range: blockAddress(planBlock(plan)),
    rows: plan.cells.length - 1 - (plan.totals && !plan.own_total ? 1 : 0),
    columns: plan.columns.map(({ header, from, computed }) => ({ header, from, computed })),
    totals: plan.totals,
    overwrites: findOverwrites(plan, prior),
    notes,
  }
}
