// Checks what the layout says about several columns at once: frozen columns, order and chart.
import type { CheckedTemplate, TemplateFault } from '../check-template.ts'
import { isNumber } from './kinds.ts'

/** What stays of a usual window beside frozen columns has to show something. */
const widestFrozen = 1200
const usualWidth = 100

function frozenFault({ layout: { columns, frozen_columns } }: CheckedTemplate): string | null {
  if (columns.length === 0 || frozen_columns === 0) return null
  if (frozen_columns >= columns.length)
    return `The template freezes ${frozen_columns} columns, but has only ${columns.length}. At least one has to move: freeze fewer.`
  const width = columns.slice(0, frozen_columns).reduce((sum, column) => sum + (column.width ?? usualWidth), 0)
  return width > widestFrozen
    ? `The frozen columns are ${width} pixels wide, so that nothing beside them would be seen. Freeze fewer.`
    : null
}

function chartFaults({ layout: { columns, chart } }: CheckedTemplate): string[] {
  if (!chart) return []
  const find = (key: string) => columns.find((column) => column.key === key)
  const missing = [chart.labels, ...chart.series].filter((key) => !find(key))
  if (missing.length > 0)
    return missing.map(
      (key) => `The chart shows the column “${key}”, which the template does not have. Choose another.`,
    )
  const faults: string[] = []
  for (const key of chart.series) {
    const { header = key, type = 'text' } = find(key) ?? {}
    if (!isNumber(type) && type !== 'time')
      faults.push(`The chart cannot draw “${header}”, which holds no numbers. Choose another column.`)
  }
  if (chart.kind === 'pie' && chart.series.length > 1)
    faults.push('A pie shows one column of numbers. Choose one, or another kind of chart.')
  return faults
}

export function checkLayout(template: CheckedTemplate): TemplateFault[] {
  const { columns, sort } = template.layout
  const frozen = frozenFault(template)
  return [
    ...(frozen === null ? [] : [{ path: 'layout.frozen_columns', says: frozen }]),
    ...sort.flatMap(({ column: key }, at): TemplateFault[] => {
      const path = `layout.sort.${at}.column`
      const column = columns.find((each) => each.key === key)
      if (!column)
        return [
          { path, says: `Rows are sorted by the column “${key}”, which the template does not have. Choose another.` },
        ]
      const first = sort.findIndex((each) => each.column === key)
      return first < at ? [{ path, says: `Rows are sorted by “${column.header}” twice. Remove one of them.` }] : []
    }),
    ...chartFaults(template).map((says) => ({ path: 'layout.chart', says })),
  ]
}
