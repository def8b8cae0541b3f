// Small sentences about counts, sizes and days, so that every view says them the same way.
import type { TableReceipt } from '../../shared/table/table.ts'

export function grouped(count: number): string {
  return count.toLocaleString('en')
}

/** "1 row", "1,200 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`
}

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}

/** "14:02" today, "Mon" this week, "3 Mar" before. */
export function whenWords(iso: string, now: Date = new Date()): string {
  const then = new Date(iso)
  const age = now.getTime() - then.getTime()
  if (then.toDateString() === now.toDateString()) {
    return then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  }
  if (age < 6 * 86_400_000) return then.toLocaleDateString('en-GB', { weekday: 'short' })
  return then.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}

/** "200 seen · 200 extracted"; prose has no count of records, so nothing is said about it. */
export function receiptWords(receipt: Pick<TableReceipt, 'rows_seen' | 'rows_extracted'>): string {
  const extracted = `${grouped(receipt.rows_extracted)} extracted`
  return receipt.rows_seen === null ? extracted : `${grouped(receipt.rows_seen)} seen \u00b7 ${extracted}`
}

/** Something like a table was pasted: says how many rows, or nothing. Looks at the first 200 lines only. */
export function pastedWords(text: string): string | null {
  if (!text.includes('\t')) return null
  const lines = text.trimEnd().split('\n')
  const sample = lines.slice(0, 200).filter((line) => line.trim() !== '')
  const wide = sample.filter((line) => line.includes('\t')).length
  if (wide < 2 || wide < sample.length * 0.8) return null
  const columns = Math.max(...sample.map((line) => line.split('\t').length))
  return `Table pasted: ${counted(lines.length, 'row')} \u00d7 ${counted(columns, 'column')}`
}

/** "$0.05"; what is less than a hundredth is said to be less. */
export function moneyWords({ amount, currency }: { amount: number; currency: string }): string {
  const write = (value: number) => value.toLocaleString('en', { style: 'currency', currency })
  return amount > 0 && amount < 0.01 ? `under ${write(0.01)}` : write(amount)
}

/** "42,000" for 41,873: an estimate should not look like a count. */
export function roughly(count: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return grouped(Math.round(count / step) * step)
}

/** The end of a long text, from a word on; its beginning with `fromStart`. */
export function clip(text: string, most: number, fromStart = false): string {
  if (text.length <= most) return text
  if (fromStart) return `${text.slice(0, most).replace(/\s+\S*$/, '')} \u2026`
  return `\u2026 ${text.slice(-most).replace(/^\S*\s+/, '')}`
}
