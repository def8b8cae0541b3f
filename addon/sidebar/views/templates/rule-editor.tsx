// The rule for the cells of a column: which kind, what it takes, and whether the sheet refuses or only marks.
import type { TemplateColumn } from '../../../../shared/template/template.ts'
import type { ValidationRule } from '../../../../shared/template/validation-rule.ts'
import { newRule } from '../../template-draft.ts'
import { Check, Choice, Words } from './fields.tsx'

const kinds: Record<ValidationRule['kind'] | '', string> = {
  '': 'Anything',
  list: 'One of a list',
  number: 'A number between',
  date: 'A day between',
  checkbox: 'A tick',
  email: 'An e-mail address',
  url: 'A web address',
  length: 'A text of a length',
  pattern: 'A text of a form',
  formula: 'What a formula allows',
}

type RuleEditorProps = {
  rule: ValidationRule | null
  columns: TemplateColumn[]
  onChange: (rule: ValidationRule | null) => void
}

export function RuleEditor({ rule, columns, onChange }: RuleEditorProps) {
  return (
    <>
      <Choice
        label="Cells may hold"
        value={rule?.kind ?? ''}
        options={kinds}
        onChange={(kind) => onChange(kind === '' ? null : newRule(kind))}
      />
      {rule !== null && <RuleDetails rule={rule} columns={columns} onChange={onChange} />}
      {rule !== null && rule.kind !== 'checkbox' && (
        <Check
          label="Refuse anything else; otherwise it is only marked"
          checked={rule.strict}
          onChange={(strict) => onChange({ ...rule, strict })}
        />
      )}
    </>
  )
}

/** A bound as it is typed: empty means none. */
function bounded<T extends { min?: unknown; max?: unknown }>(rule: T, side: 'min' | 'max', value: unknown): T {
  const { [side]: _before, ...others } = rule
  return (value === undefined ? others : { ...others, [side]: value }) as T
}

const numberOf = (text: string) => (text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text))

function RuleDetails({ rule, columns, onChange }: RuleEditorProps & { rule: ValidationRule }) {
  switch (rule.kind) {
    case 'list':
      return (
        <div class="field">
          <label for="rule-list">The list, one on a line</label>
          <textarea
            id="rule-list"
            rows={4}
            dir="auto"
            value={rule.values.join('\n')}
            onChange={(event) => {
              const lines = event.currentTarget.value.split('\n').map((line) => line.trim())
              onChange({ ...rule, values: [...new Set(lines.filter(Boolean))] })
            }}
          />
        </div>
      )
    case 'number':
    case 'length':
      return (
        <div class="row pair">
          {(['min', 'max'] as const).map((side) => (
            <Words
              key={side}
              label={side === 'min' ? 'From' : 'To'}
              value={rule[side] === undefined ? '' : String(rule[side])}
              onInput={(text) => onChange(bounded(rule, side, numberOf(text)))}
              lazy
              digits
            />
          ))}
        </div>
      )
    case 'date':
      return (
        <div class="row pair">
          {(['min', 'max'] as const).map((side) => (
            <div class="field" key={side}>
              <label for={`rule-${side}`}>{side === 'min' ? 'From' : 'To'}</label>
              <input
                id={`rule-${side}`}
                type="date"
                value={rule[side] ?? ''}
                onChange={(event) => onChange(bounded(rule, side, event.currentTarget.value || undefined))}
              />
            </div>
          ))}
        </div>
      )
    case 'pattern':
      return (
        <Words
          label="The form, as a regular expression"
          hint="RE2, as REGEXMATCH takes it; the whole text has to fit."
          value={rule.pattern}
          onInput={(pattern) => onChange({ ...rule, pattern })}
          code
        />
      )
    case 'formula':
      return (
        <Words
          label="True where it is right"
          hint={`Over these columns: ${columns.map(({ key }) => key).join(', ')}`}
          value={rule.formula}
          onInput={(formula) => onChange({ ...rule, formula })}
          code
        />
      )
    default:
      return null
  }
}
