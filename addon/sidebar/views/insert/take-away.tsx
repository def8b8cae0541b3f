// When the sheet can't be written: the ways to get the table all the same.
import { useState } from 'preact/hooks'
import type { Cell } from '../../../../shared/table/table.ts'
import { copyTable, downloadTable } from '../../actions/take-away.ts'
import { useApp } from '../../app-context.ts'
import { type Fault, faultOf } from '../../fault.ts'
import type { TableView } from '../../transcript.ts'
import { FaultNotice } from '../notice.tsx'

type TakeAwayProps = { table: TableView; rows: Cell[][] | null; onNewSheet: (() => void) | null }

export function TakeAway({ table, rows, onNewSheet }: TakeAwayProps) {
  const app = useApp()
  const [fault, setFault] = useState<Fault | null>(null)
  const [done, setDone] = useState('')
  const attempt = async (work: () => Promise<void>, words: string) => {
    setFault(null)
    setDone('')
    try {
      await work()
      setDone(words)
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  const download = (format: 'csv' | 'xlsx') => () =>
    attempt(() => downloadTable(app, table, format), 'The file is in your downloads.')
  return (
    <section class="card pad">
      <h2 class="small">Take the table elsewhere</h2>
      <div class="row wrap">
        {onNewSheet !== null && (
          <button type="button" class="btn out" onClick={onNewSheet}>
            In a new sheet
          </button>
        )}
        {rows !== null && (
          <button
            type="button"
            class="btn out"
            onClick={() => attempt(() => copyTable(table.columns, rows), 'Copied: paste it wherever you want it.')}
          >
            Copy the table
          </button>
        )}
        <button type="button" class="btn out" onClick={download('csv')}>
          Download CSV
        </button>
        <button type="button" class="btn out" onClick={download('xlsx')}>
          Download Excel
        </button>
      </div>
      {done !== '' && (
        <p class="hint" role="status">
          {done}
        </p>
      )}
      {fault !== null && <FaultNotice fault={fault} remedies={[]} />}
    </section>
  )
}
