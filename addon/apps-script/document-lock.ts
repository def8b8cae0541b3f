// One change at a time in a spreadsheet, whoever makes it.
import { Failure } from './failure.ts'

const waitMs = 10_000

/**
 * Does the work under the document's lock, with all of it settled before the next one starts. Work that ends by reading what it
 * wrote says so by `settled`: reading has Google do all that was asked before. Throws `busy`.
 */
export function underDocumentLock<T>(work: (settled: () => void) => T): T {
  const lock = LockService.getDocumentLock()
  try {
    lock.waitLock(waitMs)
  } catch {
    throw new Failure(
      'busy',
      'Another change is being made in this spreadsheet.',
      'Nothing was changed. Wait a moment and try again.',
    )
  }
  let settled = false
  try {
    return work(() => {
      settled = true
    })
  } finally {
    try {
      if (!settled) SpreadsheetApp.flush()
    } finally {
      lock.releaseLock()
    }
  }
}
