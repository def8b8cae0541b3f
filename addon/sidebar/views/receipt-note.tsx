// What was written, in green, with the one click that takes it back.
import { useEffect, useRef } from 'preact/hooks'
import { hideWrite, keepWrite, showWrite, undoWrite } from '../actions/write-table.ts'
import { useApp } from '../app-context.ts'
import type { Written } from '../state.ts'
import { counted, grouped, receiptWords, whenWords } from '../words.ts'
import { HistoryCard } from './history-card.tsx'
import { Icon } from './icon.tsx'
import { FaultNotice, Notice } from './notice.tsx'

type ReceiptNoteProps = {
  written: Written
  /** It stands under no table of this conversation, so it is shown as news of before. */
  loose?: boolean
}

export function ReceiptNote({ written, loose = false }: ReceiptNoteProps) {
  const app = useApp()
  const { receipt, step, fault } = written
  if (step === 'undone') return <UndoneNote />
  if (step === 'gone') {
    return (
      <Notice tone="care" title={fault?.title ?? 'There is nothing to undo.'} alert>
        {fault?.detail}
      </Notice>
    )
  }
  return (
    <>
      <div class={tone(written, loose)} role={loose ? undefined : 'status'}>
        {loose && (
          <div class="row">
            <span class="grow">Last write, {whenWords(receipt.at)}</span>
            <button type="button" class="x" aria-label="Hide the last write" onClick={() => hideWrite(app)}>
              <Icon name="close" size={12} />
            </button>
          </div>
        )}
        <b>
          {headline(receipt)}
          {'\u201c'}
          <bdi>{receipt.sheet_name}</bdi>
          {'\u201d'}.
        </b>
        {receipt.unfinished ? (
          <div>Part of the table may be there. Undo puts everything back as it was.</div>
        ) : (
          !loose && <div>{writtenWords(written)}</div>
        )}
      </div>
      {step === 'asking' ? (
        <Notice
          tone="care"
          title={fault?.title ?? 'The cells were changed since.'}
          remedies={[
            { label: 'Undo anyway', act: () => undoWrite(app, true) },
            { label: 'Keep it', quiet: true, act: () => keepWrite(app) },
          ]}
          alert
        >
          {fault?.detail ?? 'Undo puts back what stood there before, so those edits would be lost.'}
        </Notice>
      ) : (
        <div class="row">
          <button
            type="button"
            class="btn out"
            aria-disabled={step === 'undoing'}
            onClick={() => step === 'done' && undoWrite(app, false)}
          >
            {step === 'undoing' ? 'Undoing\u2026' : 'Undo'}
          </button>
          <button type="button" class="btn ghost" onClick={() => showWrite(app)}>
            Show in sheet
          </button>
        </div>
      )}
      {!loose && step === 'done' && <HistoryCard />}
      {step !== 'asking' && fault !== null && (
        <FaultNotice fault={fault} remedies={[{ label: 'Try again', act: () => undoWrite(app, false) }]} />
      )}
    </>
  )
}

function tone({ receipt }: Written, loose: boolean): string {
  if (receipt.unfinished) return 'note care'
  return loose ? 'note calm' : 'note good'
}

/** Takes the focus that was on the Undo button, unless the person is elsewhere by now. */
function UndoneNote() {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) note.current?.focus()
  }, [])
  return (
    <div class="note good" role="status" tabIndex={-1} ref={note}>
      <b>Undone.</b>
      <div>The sheet is as it was.</div>
    </div>
  )
}

/** "37 rows are in", or what a merge did: "2 rows added, 4 cells updated in". */
function headline({ unfinished, rows_written, counts }: Written['receipt']): string {
  if (unfinished) return 'Writing was cut off in '
  const { rows_new, rows_removed, cells_updated } = counts
  if (cells_updated + rows_removed === 0)
    return `${counted(rows_written, 'row')} ${rows_written === 1 ? 'is' : 'are'} in `
  const parts = [
    ...(rows_new > 0 ? [`${counted(rows_new, 'row')} added`] : []),
    ...(cells_updated > 0 ? [`${counted(cells_updated, 'cell')} updated`] : []),
    ...(rows_removed > 0 ? [`${counted(rows_removed, 'row')} removed`] : []),
  ]
  return `${parts.join(', ')} in `
}

function writtenWords({ receipt, source, leftEmpty }: Written): string {
  const counts = `${grouped(receipt.rows_written)} written`
  const whole =
    source === null
      ? `${counts} to ${receipt.range}, ${whenWords(receipt.at)}.`
      : `${receiptWords(source)} \u00b7 ${counts}.`
  const cells = receipt.cells_overwritten
  const rest =
    cells === 0
      ? 'Nothing else was touched.'
      : `${counted(cells, 'filled cell')} ${cells === 1 ? 'was' : 'were'} overwritten; Undo brings ${cells === 1 ? 'it' : 'them'} back.`
  if (leftEmpty === 0) return `${whole} ${rest}`
  const why = leftEmpty === 1 ? 'its value is' : 'their values are'
  return `${whole} ${counted(leftEmpty, 'cell')} left empty: ${why} not in the text. ${rest}`
}
