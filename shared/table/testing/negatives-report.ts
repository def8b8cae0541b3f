// Says which texts without a table were taken for one; run it to see the list.
import { type ReadTable, readTables } from '../read.ts'
import type { Negative } from './negatives.ts'
import { everyday } from './negatives-everyday.ts'
import { looseLists } from './negatives-lists.ts'
import { lookalikes } from './negatives-lookalikes.ts'
import { madeNegatives } from './negatives-made.ts'
import { markdownBlocks } from './negatives-markdown-blocks.ts'
import { markdownContainers } from './negatives-markdown-containers.ts'
import { markdownHeadings } from './negatives-markdown-headings.ts'
import { markdownInlines } from './negatives-markdown-inlines.ts'
import { markdownLists } from './negatives-markdown-lists.ts'
import { markdownQuotes } from './negatives-markdown-quotes.ts'
import { oddments } from './negatives-oddments.ts'
import { prose } from './negatives-prose.ts'
import { technical } from './negatives-technical.ts'

/** All texts without a table. */
export const negatives: Negative[] = [
  ...markdownBlocks,
  ...markdownContainers,
  ...markdownHeadings,
  ...markdownQuotes,
  ...markdownInlines,
  ...markdownLists,
  ...prose,
  ...everyday,
  ...technical,
  ...oddments,
  ...lookalikes,
  ...looseLists,
  ...madeNegatives,
]

/** The texts that were taken for tables. */
export function falseAlarms(): { text: Negative; tables: ReadTable[] }[] {
  return negatives.map((text) => ({ text, tables: readTables(text.text) })).filter(({ tables }) => tables.length > 0)
}

/** How many texts gave a table, and each of them with what was read. */
export function negativesReport(alarms: ReturnType<typeof falseAlarms> = falseAlarms()): string {
  const shown = alarms.map(({ text, tables }) => {
    const read = tables.map(({ format, header, rows }) =>
      `  ${format} ${JSON.stringify([header, ...rows])}`.slice(0, 200),
    )
    return [`${text.kind}: ${JSON.stringify(text.text).slice(0, 160)}`, ...read].join('\n')
  })
  return [`${alarms.length} of ${negatives.length} texts gave a table`, ...shown].join('\n')
}

if (import.meta.main) console.log(negativesReport())
