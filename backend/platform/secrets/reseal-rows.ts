// Seals the rows of one place anew, portion by portion, while the server may be running.
import { type SecretBox, SecretError } from './secret-box.ts'

/** A sealed text, and what finds its row again. */
export type SealedRow<Key> = { key: Key; sealed: string }

export type SealedPlace<Key> = {
  /** For the person, such as “Google connections”. */
  name: string
  /** The next rows after `key` in their order, at most `limit`; from the start without a key. */
  read(after: Key | undefined, limit: number): Promise<SealedRow<Key>[]>
  /** Puts the new text in place of the old one; false when it is another one by now. */
  replace(row: SealedRow<Key>, sealed: string): Promise<boolean>
}

export type Resealed = { name: string; resealed: number; kept: number; unreadable: string[] }

const portion = 200

/** One that cannot be opened keeps no other from it; each reason is told once. */
export async function resealRows<Key>(box: SecretBox, place: SealedPlace<Key>): Promise<Resealed> {
  const result: Resealed = { name: place.name, resealed: 0, kept: 0, unreadable: [] }
  for (let after: Key | undefined; ; ) {
    const rows = await place.read(after, portion)
    for (const row of rows) await resealRow(box, place, row, result)
    const last = rows.at(-1)
    if (!last) return result
    after = last.key
  }
}

async function resealRow<Key>(box: SecretBox, place: SealedPlace<Key>, row: SealedRow<Key>, result: Resealed) {
  try {
    const sealed = await box.reseal(row.sealed)
    // One that was replaced meanwhile was sealed by a running server, with the first key.
    if (sealed !== null && (await place.replace(row, sealed))) result.resealed++
    else result.kept++
  } catch (error) {
    if (!(error instanceof SecretError)) throw error
    result.unreadable.push(error.message)
  }
}
