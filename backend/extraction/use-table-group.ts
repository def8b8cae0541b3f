// Sums rows up by what they have in common; every number is counted here, none comes from a model.
import { findColumn } from '../../shared/table/compute/resolve.ts'
import { isTotalLabel } from '../../shared/table/surroundings/read-totals.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { cellComparer, sameKey } from './table-order.ts'
import type { Row } from './table-rows.ts'
import type { Group, Measure } from './use-table-call.ts'

type ReadyMeasure = { name: string; at: number; start(): Accumulator; type: Pick<Column, 'type' | 'currency'> }

type Accumulator = { add(cell: Cell): void; value(): Cell }

/** `problems` are sentences about what could not be done; `columns` are those of the grouped rows. */
export type GroupPlan = { columns: Column[]; by: number[]; measures: ReadyMeasure[]; problems: string[] }

const isNumeric = ({ type }: Column) => type === 'number' || type === 'currency' || type === 'percent'

/** Adds numbers up without letting small ones drown in large ones. */
function createSum(): { add(value: number): void; value(): number } {
  let sum = 0
  let lost = 0
  return {
    add(value) {
      const next = sum + value
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
      sum = next
    },
    value: () => Number((sum + lost).toPrecision(15)),
  }
}

function createTotal(average: boolean): Accumulator {
  const sum = createSum()
  let count = 0
  return {
    add(cell) {
      if (typeof cell !== 'number') return
      sum.add(cell)
      count += 1
    },
    value() {
      if (count === 0) return null
      return average ? Number((sum.value() / count).toPrecision(15)) : sum.value()
    },
  }
}

function createExtreme(sign: 1 | -1, numeric: boolean, locale: string | undefined): Accumulator {
  const compare = cellComparer(locale)
  let best: Cell = null
  return {
    add(cell) {
      if (cell === null || cell === '' || (numeric && typeof cell !== 'number')) return
      if (best === null || compare(cell, best) * sign > 0) best = cell
    },
    value: () => best,
  }
}

function createCount(ofRows: boolean): Accumulator {
  let count = 0
  return {
    add(cell) {
      if (ofRows || (cell !== null && cell !== '')) count += 1
    },
    value: () => count,
  }
}

const kinds = { count: 'Count', sum: 'Sum', average: 'Average', min: 'Least', max: 'Most' }

function readyMeasure(measure: Measure, columns: Column[], locale: string | undefined): ReadyMeasure | string {
  const kind = measure.function
  if (kind === null) return 'what it counts is not known'
  const at = measure.column === null ? -1 : findColumn(measure.column, columns)
  const column = columns[at]
  if (measure.column !== null && !column) return `the table has no column “${measure.column}”`
  const name = measure.name.trim().slice(0, 1000) || `${kinds[kind]}${column ? ` of ${column.name}` : ''}`
  if (kind === 'count') return { name, at, start: () => createCount(at < 0), type: { type: 'number' } }
  if (!column) return 'it names no column'
  const type = column.currency ? { type: column.type, currency: column.currency } : { type: column.type }
  if (kind === 'min' || kind === 'max') {
    const sign = kind === 'min' ? -1 : 1
    return { name, at, start: () => createExtreme(sign, isNumeric(column), locale), type }
  }
  if (!isNumeric(column)) return `“${column.name}” holds no numbers`
  return { name, at, start: () => createTotal(kind === 'average'), type }
}

/** `columns` as they can be named (with their places in the rows they stand in), the first of a name counting. */
export function planGroup(group: Group, columns: (Column & { at: number })[], locale: string | undefined): GroupPlan {
  const problems: string[] = []
  const by: (Column & { at: number })[] = []
  for (const name of group.by) {
    const column = columns[findColumn(name, columns)]
    if (column) by.push(column)
    else problems.push(`The table could not be grouped by “${name}”: it has no such column.`)
  }
  const measures = group.measures.flatMap((measure) => {
    const ready = readyMeasure(measure, columns, locale)
    if (typeof ready !== 'string') return [{ ...ready, at: columns[ready.at]?.at ?? -1 }]
    problems.push(`“${measure.name || measure.column || 'A measure'}” was left out: ${ready}.`)
    return []
  })
  const grouped = [
    ...by.map(({ at: _at, formula: _formula, ...column }) => column),
    ...measures.map(({ name, type }, index) => ({ key: `measure_${index + 1}`, name, ...type })),
  ]
  return { columns: grouped, by: by.map(({ at }) => at), measures, problems }
}

/** Takes rows in and gives one for each group, in the order in which groups were met. */
export function createGrouper(plan: GroupPlan) {
  const groups = new Map<string, { first: Row; accumulators: Accumulator[] }>()
  return {
    add(row: Row) {
      const key = sameKey(row.cells, plan.by)
      let group = groups.get(key)
      if (!group) {
        const first = {
          cells: plan.by.map((at) => row.cells[at] ?? null),
          evidence: plan.by.map((at) => row.evidence?.[at] ?? null),
        }
        group = { first, accumulators: plan.measures.map((measure) => measure.start()) }
        groups.set(key, group)
      }
      plan.measures.forEach(({ at }, index) => {
        group.accumulators[index]?.add(at < 0 ? null : (row.cells[at] ?? null))
      })
    },
    rows: (): Row[] =>
      [...groups.values()].map(({ first, accumulators }) => {
        const values = accumulators.map((accumulator) => accumulator.value())
        return {
          cells: [...first.cells, ...values],
          evidence: [
            ...(first.evidence ?? []),
            ...values.map((value) => (value === null ? null : ('computed' as const))),
          ],
        }
      }),
  }
}

/** Watches all rows of a source go by and tells of its last one whether it only sums up the others. */
export function createTotalWatch(columns: readonly Column[]) {
  const sums = columns.map((column) => (isNumeric(column) ? createSum() : null))
  let count = 0
  return {
    see(cells: Cell[]) {
      count += 1
      sums.forEach((sum, at) => {
        const cell = cells[at]
        if (typeof cell === 'number') sum?.add(cell)
      })
    },
    isTotal(last: Cell[]): boolean {
      const filled = last.flatMap((cell, at) => (cell === null || cell === '' ? [] : [{ cell, at }]))
      const [label, ...others] = filled
      if (count === 0 || others.length === 0 || typeof label?.cell !== 'string' || !isTotalLabel(label.cell))
        return false
      return others.every(({ cell, at }) => {
        const sum = sums[at]
        return typeof cell === 'number' && sum != null && Math.abs(sum.value() - cell) <= 0.005 + Math.abs(cell) * 1e-9
      })
    },
  }
}
