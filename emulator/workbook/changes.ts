// Counts the changes of a workbook and tells whoever listens, once per turn however many cells changed.
import type { Workbook } from './workbook.ts'

const listeners = new WeakMap<Workbook, Set<() => void>>()
const scheduled = new WeakSet<Workbook>()

/** Records one change; call it after every mutation. */
export function touch(workbook: Workbook): void {
  workbook.version += 1
  announce(workbook)
}

/** Tells listeners of something that changes no contents, such as a selection, and so costs no recalculation. */
export function announce(workbook: Workbook): void {
  const heard = listeners.get(workbook)
  if (!heard?.size || scheduled.has(workbook)) return
  scheduled.add(workbook)
  queueMicrotask(() => {
    scheduled.delete(workbook)
    for (const listener of heard) listener()
  })
}

/** Calls `listener` after changes; returns how to stop listening. */
export function onChange(workbook: Workbook, listener: () => void): () => void {
  const heard = listeners.get(workbook) ?? new Set()
  listeners.set(workbook, heard)
  heard.add(listener)
  return () => heard.delete(listener)
}
