// Reads all of a spreadsheet but its cells, in one call: what a plan and its batch have to know of it.
import * as z from 'zod'
import { anchorKey, TableAnchor } from '../../shared/plan/anchor.ts'
import { type DoneNote, doneKey, readDoneNote } from '../../shared/plan/batch-update/done-note.ts'
import type { KnownTable } from '../../shared/plan/place.ts'
import type { PlanBlock } from '../../shared/plan/plan-edit.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'

const Index = z.int().nonnegative()

/** Zeros are left out of answers, and so are ends that are open. */
const Range = z.object({
  sheetId: z.int().default(0),
  startRowIndex: Index.default(0),
  endRowIndex: Index.optional(),
  startColumnIndex: Index.default(0),
  endColumnIndex: Index.optional(),
})
type Range = z.infer<typeof Range>

const Metadata = z.object({ metadataId: z.int(), metadataKey: z.string(), metadataValue: z.string().default('') })

const SheetResource = z.object({
  properties: z.object({
    sheetId: z.int().default(0),
    title: z.string(),
    gridProperties: z.object({ rowCount: z.int().default(0), columnCount: z.int().default(0) }).optional(),
  }),
  merges: z.array(Range).default([]),
  conditionalFormats: z.array(z.looseObject({ ranges: z.array(Range).default([]) })).default([]),
  bandedRanges: z.array(z.object({ bandedRangeId: z.int().default(0), range: Range.prefault({}) })).default([]),
  tables: z.array(z.object({ tableId: z.string(), range: Range.prefault({}) })).default([]),
  basicFilter: z
    .object({
      range: Range.prefault({}),
      tableId: z.string().optional(),
      filterSpecs: z
        .array(z.object({ columnIndex: Index.optional(), filterCriteria: z.looseObject({}).optional() }))
        .default([]),
    })
    .optional(),
  protectedRanges: z
    .array(
      z.object({
        range: Range.optional(),
        tableId: z.string().optional(),
        unprotectedRanges: z.array(Range).default([]),
        requestingUserCanEdit: z.boolean().default(false),
        warningOnly: z.boolean().default(false),
      }),
    )
    .default([]),
  developerMetadata: z.array(Metadata).default([]),
})
export type SheetResource = z.infer<typeof SheetResource>

/** As Google tells it, of a spreadsheet that is read or was just written. */
export const StructureAnswer = z.object({
  properties: z.object({ locale: z.string().default('en_US') }).prefault({}),
  namedRanges: z.array(z.object({ namedRangeId: z.string(), name: z.string(), range: Range.prefault({}) })).default([]),
  developerMetadata: z.array(Metadata).default([]),
  sheets: z.array(SheetResource).default([]),
})

/** What of a spreadsheet is asked for. */
export const structureFields = [
  'properties.locale',
  'namedRanges',
  'developerMetadata(metadataId,metadataKey,metadataValue)',
  `sheets(${[
    'properties(sheetId,title,gridProperties(rowCount,columnCount))',
    'merges',
    'conditionalFormats',
    'bandedRanges(bandedRangeId,range)',
    'tables(tableId,range)',
    'basicFilter(range,tableId,filterSpecs)',
    'protectedRanges(range,tableId,unprotectedRanges,requestingUserCanEdit,warningOnly)',
    'developerMetadata(metadataId,metadataKey,metadataValue)',
  ].join(',')})`,
].join(',')

/** A table that is known in the spreadsheet, with the ids of what makes it known. */
export type FoundTable = KnownTable & { named_range_id: string; metadata_id: number }

/** `tables` are those whose range is still there; `done` are the operations that the spreadsheet remembers. */
export type Structure = {
  locale: string
  range_names: string[]
  sheets: SheetResource[]
  tables: FoundTable[]
  done: (DoneNote & { id: number })[]
}

/** A range of a sheet as a block; open ends reach to the end of the grid. */
export function blockOf(range: Range, sheet: SheetResource): PlanBlock {
  const { rowCount = 1, columnCount = 1 } = sheet.properties.gridProperties ?? {}
  return {
    row: range.startRowIndex + 1,
    column: range.startColumnIndex + 1,
    rows: (range.endRowIndex ?? rowCount) - range.startRowIndex,
    columns: (range.endColumnIndex ?? columnCount) - range.startColumnIndex,
  }
}

function readAnchor(json: string): TableAnchor | null {
  try {
    return TableAnchor.parse(JSON.parse(json))
  } catch {
    // Somebody has changed the note: the table is not known any more.
    return null
  }
}

/**
 * A table is where its named range is, on the sheet that keeps its note. A copy of the sheet has the note, too, but the
 * name stays with the first: the copy is not taken for the table.
 */
function findTables({ sheets, namedRanges }: z.infer<typeof StructureAnswer>): FoundTable[] {
  const tables = new Map<string, FoundTable>()
  for (const sheet of sheets) {
    const { sheetId, title } = sheet.properties
    for (const { metadataId, metadataKey, metadataValue } of sheet.developerMetadata) {
      const anchor = metadataKey === anchorKey ? readAnchor(metadataValue) : null
      const named = namedRanges.find(({ name }) => name.toLowerCase() === anchor?.range_name.toLowerCase())
      if (!anchor || !named || named.range.sheetId !== sheetId || tables.has(anchor.id)) continue
      const block = blockOf(named.range, sheet)
      const ids = { named_range_id: named.namedRangeId, metadata_id: metadataId }
      tables.set(anchor.id, { anchor, sheet_id: sheetId, sheet_name: title, block, ...ids })
    }
  }
  return [...tables.values()]
}

export async function readStructure(google: GoogleApi, spreadsheetId: string): Promise<Structure> {
  const url = `${google.sheets}/${encodeURIComponent(spreadsheetId)}`
  const query = new URLSearchParams({ fields: structureFields, excludeTablesInBandedRanges: 'true' })
  return structureOf(await google.call({ method: 'GET', url: `${url}?${query}`, answer: StructureAnswer }))
}

/**
 * The structure that came with the answer to a write; null where Google’s own tables are in the spreadsheet, which such an
 * answer tells as bands too.
 */
export const structureAfter = (found: z.infer<typeof StructureAnswer>): Structure | null =>
  found.sheets.some(({ tables }) => tables.length > 0) ? null : structureOf(found)

function structureOf(found: z.infer<typeof StructureAnswer>): Structure {
  return {
    locale: found.properties.locale,
    range_names: found.namedRanges.map(({ name }) => name),
    sheets: found.sheets,
    tables: findTables(found),
    done: found.developerMetadata.flatMap(({ metadataId, metadataKey, metadataValue }) => {
      const note = metadataKey === doneKey ? readDoneNote(metadataValue) : null
      return note ? [{ id: metadataId, ...note }] : []
    }),
  }
}
