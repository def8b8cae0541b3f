// Writes a small private file unless it is there: of several processes that start at once, one decides what it says.
import { randomUUID } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'

const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'

/**
 * False when the file was there already. Through a hard link the file appears whole or not at all; where the file
 * system has no links it is written in place. Mode 0600.
 */
export function writeOnce(path: string, text: string): boolean {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, text, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    return isThere(error) ? false : writeInPlace(path, text)
  } finally {
    rmSync(draft)
  }
}

function writeInPlace(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (isThere(error)) return false
    throw error
  }
}
