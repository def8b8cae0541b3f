// Where one cell comes from: the sentence it stands in, its formula, or that it stands nowhere and what to do about it.
import { useEffect, useState } from 'preact/hooks'
import { askAgain } from '../actions/ask-again.ts'
import { decideAll, decideCells } from '../actions/decide-cells.ts'
import { type FoundEvidence, findEvidence, lookAt } from '../actions/find-evidence.ts'
import { useApp } from '../app-context.ts'
import { focusCell } from '../cell-focus.ts'
import { type CellKind, formulaWords, kindOf, namingColumn } from '../evidence.ts'
import { type Fault, faultOf } from '../fault.ts'
import { formatCell } from '../format-cell.ts'
import type { Looked } from '../state.ts'
import type { TableView } from '../transcript.ts'
import { counted } from '../words.ts'
import { EvidenceWords } from './evidence-words.tsx'
import { unreadTitle } from './grid-row.tsx'
import { Icon } from './icon.tsx'

type CellCardProps = {
  table: TableView
  looked: Looked
  locale: string
  fault: Fault | null
  /** Nothing is being written, and the table is the newest of its versions: its cells can be changed. */
  open: boolean
}

export function CellCard({ table, looked, locale, fault, open }: CellCardProps) {
  const app = useApp()
  const { row, column, entryId } = looked
  const kind = kindOf(table, looked)
  const known = table.columns[column]
  const unread = known !== undefined && formatCell(table.rows[row]?.[column] ?? null, known, locale).unread
  const back = () => focusCell(entryId, table.id, looked)
  const close = () => {
    back()
    lookAt(app, null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the card wherever the keyboard is in it; the button does the same.
    <div
      class={`cell ${kind === 'unsupported' ? 'care' : kind}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <div class="row">
        <b class="grow cut">
          <RowName table={table} row={row} column={column} locale={locale} />
        </b>
        <CloseButton onClick={close} />
      </div>
      <Told key={`${row} ${column} ${table.version}`} table={table} looked={looked} kind={kind} locale={locale} />
      {unread && <p>{unreadTitle(known.type)}.</p>}
      {fault !== null && (
        <p class="failed" role="alert" dir="auto">
          {fault.title} It is as it was.
        </p>
      )}
      {open && kind === 'unsupported' && <Choices table={table} looked={looked} after={back} />}
    </div>
  )
}

function CloseButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="x last" aria-label="Close" onClick={onClick}>
      <Icon name="close" size={12} />
    </button>
  )
}

type RowNameProps = { table: Pick<TableView, 'rows' | 'columns'>; row: number; column: number; locale: string }

/** "Order 0043 · Total". */
export function RowName({ table, row, column, locale }: RowNameProps) {
  const at = namingColumn(table, row)
  const naming = table.columns[at]
  const own = table.columns[column]?.name
  const name = naming && formatCell(table.rows[row]?.[at] ?? null, naming, locale).text
  return (
    <>
      {naming === undefined || at === column ? (
        `Row ${row + 1}`
      ) : (
        <bdi>
          {naming.name} {name}
        </bdi>
      )}{' '}
      {'\u00b7'} <bdi>{own}</bdi>
    </>
  )
}

type ToldProps = { table: TableView; looked: Looked; kind: CellKind; locale: string }

function Told({ table, looked, kind, locale }: ToldProps) {
  const column = table.columns[looked.column]
  if (kind === 'quoted') return <Quotation table={table} looked={looked} />
  if (kind === 'computed') return <Computed table={table} formula={column?.formula} />
  if (kind === 'empty') return <p>This cell is empty.</p>
  if (kind === 'read') {
    if (table.source === null) return <p>Where it stands was not kept.</p>
    return (
      <p>
        Read as it stands from <bdi>{table.source.where}</bdi>.
      </p>
    )
  }
  const value = table.rows[looked.row]?.[looked.column] ?? null
  return (
    <p>
      {'\u201c'}
      <bdi>{column && formatCell(value, column, locale).text}</bdi>
      {'\u201d'} is not in the text.{kind === 'confirmed' && ' You said to keep it.'}
    </p>
  )
}

function Computed({ table, formula }: { table: TableView; formula: string | undefined }) {
  if (formula === undefined) return <p>Worked out from other values, not quoted.</p>
  return (
    <p>
      Computed: <code dir="auto">{formulaWords(formula, table.columns)}</code>
    </p>
  )
}

function Quotation({ table, looked }: { table: TableView; looked: Looked }) {
  const app = useApp()
  const [found, setFound] = useState<FoundEvidence | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [tries, setTries] = useState(0)
  const { id, version, columns } = table
  const { row, column } = looked
  // Every try asks once, for the cell that is looked at.
  useEffect(() => {
    let here = true
    setFault(null)
    findEvidence(app, { id, version, columns }, { row, column })
      .then((answer) => here && setFound(answer))
      .catch((error: unknown) => here && setFault(faultOf(error)))
    return () => {
      here = false
    }
  }, [app, id, version, columns, row, column, tries])
  if (fault !== null) {
    return (
      <p role="alert">
        {fault.title}{' '}
        <button type="button" class="link" onClick={() => setTries(tries + 1)}>
          Try again
        </button>
      </p>
    )
  }
  if (found === null) {
    return (
      <p class="skeleton" aria-busy="true">
        <span class="hidden">Looking it up</span>
        <i />
        <i />
      </p>
    )
  }
  return <EvidenceWords found={found} />
}

function Choices({ table, looked, after }: { table: TableView; looked: Looked; after: () => void }) {
  const app = useApp()
  const decide = (decision: 'remove' | 'keep') => () => {
    void decideCells(app, table.id, [looked], decision)
    after()
  }
  const total = table.receipt?.cells_unsupported ?? table.cells.unsupported
  return (
    <>
      <div class="row wrap choices">
        <button type="button" class="btn out" onClick={decide('remove')}>
          Remove
        </button>
        <button type="button" class="btn out" onClick={decide('keep')}>
          Keep
        </button>
        <button type="button" class="btn ghost" onClick={() => askAgain(app, table, [looked])}>
          Ask again
        </button>
      </div>
      {total > 2 && (
        <p class="row wrap">
          <span>All {counted(total, 'value')}:</span>
          <button type="button" class="link" onClick={() => decideAll(app, table.id, 'remove')}>
            Remove all
          </button>
          <button type="button" class="link" onClick={() => decideAll(app, table.id, 'keep')}>
            Keep all
          </button>
        </p>
      )}
    </>
  )
}
