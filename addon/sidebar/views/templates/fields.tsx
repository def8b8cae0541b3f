// Labelled fields of a form: a line of words, a choice, a tick.
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'

/** A label over something that is shown. */
export function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <span class="label">{label}</span>
      <div>{children}</div>
    </div>
  )
}

type WordsProps = {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  /** Takes the value when the field is left: what is typed is not yet what it will be. */
  lazy?: boolean
  code?: boolean
  digits?: boolean
}

export function Words({ label, value, onInput, hint, lazy = false, code = false, digits = false }: WordsProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir={code ? 'ltr' : 'auto'}
        class={code ? 'code' : undefined}
        inputMode={digits ? 'numeric' : undefined}
        spellcheck={code ? false : undefined}
        value={typed ?? value}
        onInput={(event) => (lazy ? setTyped(event.currentTarget.value) : onInput(event.currentTarget.value))}
        onBlur={() => {
          if (typed !== null) onInput(typed)
          setTyped(null)
        }}
      />
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: Record<T, string>
  onChange: (value: T) => void
}

export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {(Object.entries(options) as [T, string][]).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}
