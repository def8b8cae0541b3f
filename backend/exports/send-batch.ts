// Sends the calls of one write so that it is done once or not at all, whatever becomes of their answers.
import * as z from 'zod'
import { doneId } from '../../shared/plan/batch-update/ids.ts'
import type { Request } from '../../shared/plan/batch-update/request.ts'
import type { SplitBatch } from '../../shared/plan/batch-update/split-requests.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import type { GoogleClient } from '../platform/google/google-client.ts'
import { GoogleError } from '../platform/google/google-error.ts'
import { type Structure, StructureAnswer, structureAfter, structureFields } from './read-structure.ts'

type SendOptions = {
  google: GoogleApi
  spreadsheet_id: string
  operation_id: string
  onProgress?: OnProgress | undefined
  onStructure?: OnStructure | undefined
}

/** Told with the last call what the spreadsheet is like after it, where its answer says so: who writes on need not read it. */
export type OnStructure = (structure: Structure) => void

/** Told before each call: which one of how many it is, from 1, and how many cells have gone of all that go. */
export type OnProgress = (progress: { call: number; of: number; cells: number; cells_total: number }) => void

const cellsOf = (requests: Request[]) =>
  requests.reduce((sum, request) => {
    const values = 'updateCells' in request && request.updateCells.fields === 'userEnteredValue'
    const rows = values && 'rows' in request.updateCells ? request.updateCells.rows : []
    return sum + rows.reduce((cells, row) => cells + row.values.length, 0)
  }, 0)

const Anything = z.looseObject({})
const Written = z.object({ updatedSpreadsheet: StructureAnswer.optional() })
type Written = z.infer<typeof Written>
const Known = z.object({
  sheets: z.array(z.object({ properties: z.object({ sheetId: z.int().default(0) }).prefault({}) })).default([]),
  developerMetadata: z.array(z.object({ metadataId: z.int() })).default([]),
})

/** The sheets there are and the notes of operations that are done. */
async function lookUp(once: GoogleClient['call'], address: string) {
  const fields = 'sheets.properties.sheetId,developerMetadata.metadataId'
  const found = await once({ method: 'GET', url: `${address}?fields=${fields}`, answer: Known })
  return {
    sheets: found.sheets.map(({ properties }) => properties.sheetId),
    notes: found.developerMetadata.map(({ metadataId }) => metadataId),
  }
}

/** Takes away hidden sheets of a write that will not be finished. A failure of that changes nothing: nobody sees them. */
async function takeBack({ google }: SendOptions, address: string, hidden: number[]): Promise<void> {
  try {
    const { sheets } = await lookUp(google.call, address)
    const requests = hidden.filter((id) => sheets.includes(id)).map((sheetId) => ({ deleteSheet: { sheetId } }))
    if (requests.length === 0) return
    await google.call({ method: 'POST', url: `${address}:batchUpdate`, body: { requests }, answer: Anything })
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error
  }
}

/**
 * Sends the chunks and then the last call, after which the write is there as a whole. A call whose answer was lost is looked up
 * before it is sent again: the last one by the note of its operation, the first by the sheets that it makes; those
 * between write the same cells again. When the write is refused, or cannot be finished, its hidden sheets go.
 */
export async function sendBatch({ chunks, last, hidden }: SplitBatch, options: SendOptions): Promise<void> {
  const { google, spreadsheet_id, operation_id, onProgress, onStructure } = options
  const address = `${google.sheets}/${encodeURIComponent(spreadsheet_id)}`
  const of = chunks.length + 1
  const counts = [...chunks, last].map(cellsOf)
  const cells_total = counts.reduce((sum, count) => sum + count, 0)
  const tell = (call: number) => {
    const cells = counts.slice(0, call - 1).reduce((sum, count) => sum + count, 0)
    onProgress?.({ call, of, cells, cells_total })
  }
  const post = async (
    requests: Request[],
    isDone: ((found: Awaited<ReturnType<typeof lookUp>>) => boolean) | null,
    tells = false,
  ): Promise<Written> => {
    const fields = tells ? `spreadsheetId,updatedSpreadsheet(${structureFields})` : 'spreadsheetId'
    return await google.call({
      method: 'POST',
      url: `${address}:batchUpdate?${new URLSearchParams({ fields })}`,
      body: { requests, ...(tells ? { includeSpreadsheetInResponse: true } : {}) },
      answer: Written,
      ...(isDone
        ? { settle: async (once) => (isDone(await lookUp(once, address)) ? ({} satisfies Written) : null) }
        : {}),
    })
  }
  let isLast = chunks.length === 0
  try {
    for (const [at, requests] of chunks.entries()) {
      tell(at + 1)
      await post(requests, at === 0 ? ({ sheets }) => hidden.every((id) => sheets.includes(id)) : null)
    }
    isLast = true
    tell(of)
    const isDone = ({ notes }: Awaited<ReturnType<typeof lookUp>>) => notes.includes(doneId(operation_id))
    const { updatedSpreadsheet: found } = await post(last, isDone, onStructure !== undefined)
    const structure = found && structureAfter(found)
    if (structure) onStructure?.(structure)
  } catch (error) {
    // Nobody knows of the last call whether it was carried out: the next try will look.
    const open = isLast && error instanceof GoogleError && error.outcome === 'unknown'
    if (hidden.length > 0 && !open) await takeBack(options, address, hidden)
    throw error
  }
}
