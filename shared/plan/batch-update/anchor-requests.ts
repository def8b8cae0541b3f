// What makes a table known in the spreadsheet, and what says that an operation is done, as requests.
import { anchorKey } from '../anchor.ts'
import type { PlanEdit } from '../plan-edit.ts'
import { gridRange } from './grid-range.ts'
import { operationEntryId } from './ids.ts'
import type { Request } from './request.ts'

/** The key of the entries that say which operations are done; their value is when, in milliseconds since 1970, in base 36. */
export const operationKey = 'tablewright.done'

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

/** How many entries of operations are kept: metadata of a spreadsheet may be 30,000 characters in all. */
const keptEntries = 100

/** The entry that makes a repetition of the batch fail as a whole, in place of entries that are long past. */
export function doneRequests(operationId: string, at: number, earlier: { id: number; at: number }[]): Request[] {
  const past = [...earlier].sort((one, other) => other.at - one.at).slice(keptEntries - 1)
  return [
    ...past.map(({ id }) => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: id } } },
    })),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: operationEntryId(operationId),
          metadataKey: operationKey,
          metadataValue: at.toString(36),
          location: { spreadsheet: true },
          visibility: 'DOCUMENT',
        },
      },
    },
  ]
}
