// What makes a table known in the spreadsheet, and what says that an operation is done, as requests.
import { anchorKey } from '../anchor.ts'
import type { PlanEdit } from '../plan-edit.ts'
import { doneKey } from './done-note.ts'
import { gridRange } from './grid-range.ts'
import { doneId } from './ids.ts'
import type { Request } from './request.ts'

/** `note` is what is remembered of the operation (`writeDoneNote`), `done` the notes there are, with the time of each. */
export type DoneContext = { operation_id: string; note: string; done: { id: number; at: string }[] }

/** What the spreadsheet has of a table already. */
export type AnchorState = { named_range_id: string | null; metadata_id: number | null }

/** The named range around the table, and the note on its sheet. */
export function anchorRequests(
  { block, anchor }: Extract<PlanEdit, { kind: 'anchor' }>,
  sheetId: number,
  known: AnchorState,
  newId: (thing: string) => number,
): Request[] {
  const range = gridRange(sheetId, block)
  const name = anchor.range_name
  const namedRangeId = known.named_range_id ?? String(newId(`range ${anchor.id}`))
  const metadataValue = JSON.stringify(anchor)
  const metadataId = known.metadata_id
  return [
    known.named_range_id === null
      ? { addNamedRange: { namedRange: { namedRangeId, name, range } } }
      : { updateNamedRange: { namedRange: { namedRangeId, name, range }, fields: 'range' } },
    metadataId === null
      ? {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: newId(`anchor ${anchor.id}`),
              metadataKey: anchorKey,
              metadataValue,
              location: { sheetId },
              visibility: 'DOCUMENT',
            },
          },
        }
      : {
          updateDeveloperMetadata: {
            dataFilters: [{ developerMetadataLookup: { metadataId } }],
            developerMetadata: { metadataValue },
            fields: 'metadataValue',
          },
        },
  ]
}

/** How many notes of operations are kept, of about 140 characters each. */
const keptNotes = 80

/** The note that makes a repetition of the batch fail as a whole, in place of notes that are long past. */
export function doneRequests({ operation_id, note, done }: DoneContext): Request[] {
  const past = [...done].sort((one, other) => (one.at < other.at ? 1 : -1)).slice(keptNotes - 1)
  return [
    ...past.map(({ id }) => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: id } } },
    })),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: doneId(operation_id),
          metadataKey: doneKey,
          metadataValue: note,
          location: { spreadsheet: true },
          visibility: 'DOCUMENT',
        },
      },
    },
  ]
}
