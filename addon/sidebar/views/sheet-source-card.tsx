// Above the message: where the value of the cell that is selected in the sheet comes from.
import { useApp } from '../app-context.ts'
import type { SheetSource } from '../state.ts'
import { whenWords } from '../words.ts'
import { EvidenceWords } from './evidence-words.tsx'
import { Icon } from './icon.tsx'

export function SheetSourceCard({ told }: { told: SheetSource }) {
  const app = useApp()
  const { source } = told
  const column = source.anchor.columns.find(({ key }) => key === source.column)
  return (
    <div class="cell sheet-cell" role="status">
      <div class="row">
        <b class="grow cut">
          {source.a1} {'\u00b7'} <bdi>{column?.header ?? source.anchor.title}</bdi>
        </b>
        <button
          type="button"
          class="x last"
          aria-label="Hide where this cell comes from"
          onClick={() => app.store.set({ sheetSource: null })}
        >
          <Icon name="close" size={12} />
        </button>
      </div>
      <Told told={told} />
    </div>
  )
}

function Told({ told: { source, found, changed } }: { told: SheetSource }) {
  const { anchor, formula, column } = source
  const from = (
    <>
      from the table {'\u201c'}
      <bdi>{anchor.title}</bdi>
      {'\u201d'}, written {whenWords(anchor.written_at)}
    </>
  )
  if (formula !== '')
    return (
      <p>
        Computed in the sheet: <code dir="ltr">{formula}</code>
      </p>
    )
  if (changed) return <p>Changed in the sheet since: this is not the value that came {from}.</p>
  if (found?.kind === 'quoted') return <EvidenceWords found={found} />
  if (found?.kind === 'unsupported') return <p>Not in the text.</p>
  if (found?.kind === 'confirmed') return <p>Not in the text; you said to keep it.</p>
  if (column === null) return <p>Beside the columns {from}.</p>
  const label = found?.source?.label
  return (
    <p>
      {label === undefined ? (
        <>It came {from}.</>
      ) : (
        <>
          Read as it stands from <bdi>{label}</bdi>
          {found?.source?.line != null && `, line ${found.source.line}`}.
        </>
      )}
    </p>
  )
}
