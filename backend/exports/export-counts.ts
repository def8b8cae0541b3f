// What the exports slice tells of its work to whoever counts it.
import type { OperationRow } from './operation-store.ts'
import type { CallKind } from './quota.ts'

export type ExportCounts = {
  /** A try has ended; `again` goes on later, here or in another process. */
  ended(kind: OperationRow['kind'], state: 'done' | 'failed' | 'cancelled' | 'again'): void
  /** One table stands in its spreadsheet. */
  wrote(written: { rows: number; cells: number }): void
  waited(kind: CallKind, ms: number): void
}

export const noCounts: ExportCounts = { ended: () => {}, wrote: () => {}, waited: () => {} }
