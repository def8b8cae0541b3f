// How a template's table looks: colours, frozen lines, filter, totals, the order of its rows.
import { useId } from 'preact/hooks'
import type { Draft } from '../../template-draft.ts'
import { Check, Choice, Words } from './fields.tsx'

type LookEditorProps = { draft: Draft; onChange: (draft: Draft) => void }

export function LookEditor({ draft, onChange }: LookEditorProps) {
  const { layout, formatting } = draft
  const setLayout = (change: Partial<Draft['layout']>) => onChange({ ...draft, layout: { ...layout, ...change } })
  const setLook = (change: Partial<Draft['formatting']>) =>
    onChange({ ...draft, formatting: { ...formatting, ...change } })
  const { header, banding } = formatting
  const [sort] = layout.sort
  const columns = Object.fromEntries(layout.columns.map(({ key, header: name }) => [key, name || key]))
  return (
    <details class="card">
      <summary class="pad">Look, order and totals</summary>
      <div class="pad lined">
        <div class="row pair">
          <Colour
            label="Header"
            value={header.background}
            onInput={(background) => setLook({ header: { ...header, background } })}
          />
          <Colour
            label="Its text"
            value={header.color}
            onInput={(color) => setLook({ header: { ...header, color } })}
          />
        </div>
        <Check
          label="Rows in two colours by turns"
          checked={banding !== null}
          onChange={(on) => setLook({ banding: on ? { first: '#ffffff', second: '#f3f5f8' } : null })}
        />
        {banding !== null && (
          <div class="row pair">
            <Colour
              label="Odd rows"
              value={banding.first}
              onInput={(first) => setLook({ banding: { ...banding, first } })}
            />
            <Colour
              label="Even rows"
              value={banding.second}
              onInput={(second) => setLook({ banding: { ...banding, second } })}
            />
          </div>
        )}
        <Check
          label="The header stays in sight"
          checked={layout.frozen_rows > 0}
          onChange={(on) => setLayout({ frozen_rows: on ? 1 : 0 })}
        />
        <Check
          label="The first column stays in sight"
          checked={layout.frozen_columns > 0}
          onChange={(on) => setLayout({ frozen_columns: on ? 1 : 0 })}
        />
        <Check label="With a filter" checked={layout.filter} onChange={(filter) => setLayout({ filter })} />
        <Check
          label="Lines between the cells"
          checked={formatting.gridlines}
          onChange={(gridlines) => setLook({ gridlines })}
        />
        <Check
          label="A totals row under the table"
          checked={layout.totals_label !== null}
          onChange={(on) => setLayout({ totals_label: on ? 'Total' : null })}
        />
        {layout.totals_label !== null && (
          <Words
            label="What the totals row is called"
            value={layout.totals_label}
            onInput={(totals_label) => setLayout({ totals_label })}
          />
        )}
        <Choice
          label="Rows in the order of"
          value={sort?.column ?? ''}
          options={{ '': 'the table', ...columns }}
          onChange={(column) => setLayout({ sort: column === '' ? [] : [{ column, descending: false }] })}
        />
        {sort !== undefined && (
          <Check
            label="The greatest or latest first"
            checked={sort.descending}
            onChange={(descending) => setLayout({ sort: [{ ...sort, descending }] })}
          />
        )}
      </div>
    </details>
  )
}

function Colour({ label, value, onInput }: { label: string; value: string; onInput: (value: string) => void }) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="color" value={value} onInput={(event) => onInput(event.currentTarget.value.toLowerCase())} />
    </div>
  )
}
