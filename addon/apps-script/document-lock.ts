// One change at a time in a spreadsheet, whoever makes it.
import { Failure } from './failure.ts'

const waitMs = 10_000

/** Does the work under the document's lock, with all of it settled before the next one starts. Throws `busy`. */
export function underDocumentLock<T>(work: () => T): T {
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
  try {
    return work()
  } finally {
    try {
      SpreadsheetApp.flush()
    } finally {
      lock.releaseLock()
    }
  }
}
