// One column of a template: closed it says what it is, open everything about it can be changed.
import { useState } from 'preact/hooks'
import type { ColumnType } from '../../../../shared/table/table.ts'
import type { TemplateColumn } from '../../../../shared/template/template.ts'
import { type Draft, moveColumn, removeColumn, ruleOf, setColumn, setRule } from '../../template-draft.ts'
import { Icon } from '../icon.tsx'
import { Check, Choice, Field, Words } from './fields.tsx'
import { RuleEditor } from './rule-editor.tsx'

const types: Record<ColumnType, string> = {
  text: 'Text',
  number: 'Number',
  currency: 'Amount of money',
  percent: 'Percent',
  date: 'Date',
  time: 'Time',
  datetime: 'Date and time',
  boolean: 'Yes or no',
  email: 'E-mail',
  url: 'Web address',
}

const totals: Record<NonNullable<TemplateColumn['total']>, string> = {
  sum: 'Sum',
  average: 'Average',
  count: 'Count',
  min: 'Least',
  max: 'Greatest',
}

type ColumnEditorProps = { draft: Draft; at: number; onChange: (draft: Draft) => void }

export function ColumnEditor({ draft, at, onChange }: ColumnEditorProps) {
  const column = draft.layout.columns[at]!
  const [open, setOpen] = useState(column.header === '')
  const { key, header, type } = column
  const name = header.trim() || `Column ${at + 1}`
  const set = (change: Partial<TemplateColumn>) => onChange(setColumn(draft, at, change))
  return (
    <section class="card" aria-label={`Column ${name}`}>
      <div class="row column-line">
        <button type="button" class="open grow" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span class="cut" dir="auto">
            {name}
          </span>
          <small>{types[type]}</small>
        </button>
        <MoveButtons draft={draft} at={at} name={name} onChange={onChange} />
      </div>
      {open && (
        <div class="pad lined">
          <Words label="Header" value={header} onInput={(value) => set({ header: value })} />
          <Choice label="Holds" value={type} options={types} onChange={(value) => set({ type: value })} />
          <Words
            label="Other headers that mean the same"
            hint="With commas between them."
            value={column.aliases.join(', ')}
            onInput={(value) =>
              set({
                aliases: value
                  .split(/[,，、;]/)
                  .map((alias) => alias.trim())
                  .filter(Boolean),
              })
            }
            lazy
          />
          <RuleEditor
            rule={ruleOf(draft, key)}
            columns={draft.layout.columns}
            onChange={(rule) => onChange(setRule(draft, key, rule))}
          />
          <Words
            label="Computed as"
            hint="From other columns, such as quantity * unit_price. Used when the table brings no such column."
            value={column.formula ?? ''}
            onInput={(value) => set({ formula: value.trim() === '' ? undefined : value })}
            code
          />
          <ColumnFormat column={column} set={set} />
          <Choice
            label="In the totals row"
            value={column.total ?? ''}
            options={{ '': 'Nothing', ...totals }}
            onChange={(value) => set({ total: value === '' ? undefined : value })}
          />
          <Words
            label="Note on the header"
            value={column.note ?? ''}
            onInput={(value) => set({ note: value === '' ? undefined : value })}
          />
          <Check
            label="Every row has a value here"
            checked={column.required}
            onChange={(required) => set({ required })}
          />
          <Check
            label="Names a row: no two rows are the same here, and merging goes by it"
            checked={column.unique}
            onChange={(unique) => set({ unique })}
          />
          <Field label="In formulas it is called">
            <code>{key}</code>
          </Field>
        </div>
      )}
    </section>
  )
}

function ColumnFormat({ column, set }: { column: TemplateColumn; set: (change: Partial<TemplateColumn>) => void }) {
  return (
    <>
      <Words
        label="Number format"
        hint="As in the sheet, such as #,##0.00 or yyyy-mm-dd. Empty: chosen for the values."
        value={column.number_format ?? ''}
        onInput={(value) => set({ number_format: value === '' ? undefined : value })}
        code
      />
      <div class="row pair">
        <Choice
          label="Aligned"
          value={column.align ?? ''}
          options={{ '': 'As usual', left: 'Left', center: 'Middle', right: 'Right' }}
          onChange={(value) => set({ align: value === '' ? undefined : value })}
        />
        <Words
          label="Width in pixels"
          value={column.width === undefined ? '' : String(column.width)}
          onInput={(value) => {
            const width = Math.round(Number(value))
            set({ width: width >= 20 && width <= 2000 ? width : undefined })
          }}
          lazy
          digits
        />
      </div>
      <Words
        label="Where the table says nothing"
        value={column.default === undefined || column.default === null ? '' : String(column.default)}
        onInput={(value) => set({ default: defaultOf(value, column.type) })}
        lazy
      />
    </>
  )
}

/** What was typed, as the column holds it; what does not fit is refused with a reason when the template is saved. */
function defaultOf(text: string, type: ColumnType): TemplateColumn['default'] {
  if (text.trim() === '') return undefined
  if (type === 'boolean') return /^(true|yes|1)$/i.test(text.trim())
  const number = Number(text)
  const counts = type === 'number' || type === 'currency' || type === 'percent'
  return counts && Number.isFinite(number) ? number : text
}

function MoveButtons({ draft, at, name, onChange }: ColumnEditorProps & { name: string }) {
  const last = draft.layout.columns.length - 1
  return (
    <>
      <button
        type="button"
        class="ic"
        aria-label={`Move ${name} up`}
        aria-disabled={at === 0}
        onClick={() => onChange(moveColumn(draft, at, -1))}
      >
        <Icon name="send" size={15} />
      </button>
      <button
        type="button"
        class="ic turned"
        aria-label={`Move ${name} down`}
        aria-disabled={at === last}
        onClick={() => onChange(moveColumn(draft, at, 1))}
      >
        <Icon name="send" size={15} />
      </button>
      <button
        type="button"
        class="ic"
        aria-label={`Remove ${name}`}
        aria-disabled={last === 0}
        onClick={() => last > 0 && onChange(removeColumn(draft, at))}
      >
        <Icon name="close" size={15} />
      </button>
    </>
  )
}
