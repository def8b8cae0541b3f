// A coloured note: what happened, why, and the button that mends it.
import type { ComponentChildren } from 'preact'
import type { Fault } from '../fault.ts'

export type Remedy = { label: string; act: () => void; quiet?: boolean }

type NoticeProps = {
  tone: 'good' | 'care' | 'bad'
  title: string
  children?: ComponentChildren
  remedies?: Remedy[]
  /** Read out at once; for what the person did not expect. */
  alert?: boolean
}

export function Notice({ tone, title, children, remedies = [], alert = false }: NoticeProps) {
  return (
    <div class={`note ${tone}`} role={alert ? 'alert' : undefined}>
      <b dir="auto">{sentence(title)}</b>
      {children !== undefined && <div dir="auto">{children}</div>}
      {remedies.length > 0 && (
        <div class="row wrap above">
          {remedies.map(({ label, act, quiet }) => (
            <button key={label} type="button" class={quiet ? 'btn ghost' : 'btn out'} onClick={act}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Titles come from here and from the server; all of them end as a sentence does. */
function sentence(title: string): string {
  return /[.!?\u2026]$/.test(title) ? title : `${title}.`
}

/** A fault with its remedies. */
export function FaultNotice({ fault, remedies }: { fault: Fault; remedies: Remedy[] }) {
  return (
    <Notice tone="bad" title={fault.title} remedies={remedies} alert>
      {fault.detail}
      {fault.code === 'other_account' && <AccountHelp />}
    </Notice>
  )
}

function AccountHelp() {
  return (
    <details>
      <summary>How</summary>
      <ol>
        <li>Copy the address of this spreadsheet.</li>
        <li>Open a private window, or another profile of the browser.</li>
        <li>Sign in there with the one account that may edit the sheet, and open the address.</li>
      </ol>
    </details>
  )
}
