// An export for a model: how far it is, what went wrong and what to do, and the link.
import * as z from 'zod'
import { ExportState, type ExportStatus } from '../../shared/contract/export-schemas.ts'

export const ShownExport = z.object({
  export_id: z.string(),
  state: ExportState,
  url: z.string().nullable().describe('The spreadsheet; null until it is there'),
  rows: z.int().describe('Rows that are written'),
  rows_total: z.int().nullable(),
  problems: z.array(z.string()),
})
export type ShownExport = z.infer<typeof ShownExport>

const said: Record<ExportStatus['state'], string> = {
  queued: 'It waits for its turn. Ask export_status again in some seconds.',
  running: 'It is being written. Ask export_status again in some seconds.',
  waiting: 'It waits for Google and goes on by itself. Ask export_status again in a minute.',
  done: 'It is written.',
  failed: 'It failed, and nothing is tried again by itself.',
  cancelled: 'It was cancelled.',
}

export function showExport({ id, state, url, progress, errors }: ExportStatus): { data: ShownExport; text: string } {
  const problems = errors.map(({ title, detail }) => `${title}. ${detail}`)
  const { rows, rows_total } = progress
  const counted = rows_total === null ? [] : [`${rows} of ${rows_total} rows`]
  return {
    data: { export_id: id, state, url, rows, rows_total, problems },
    text: [`${state}: ${said[state]}`, ...counted, ...problems, ...(url ? [url] : []), `export_id ${id}`].join('\n'),
  }
}
