// What goes into an extraction that stores nothing, and what comes out of it.
import * as z from 'zod'
import { Evidence } from '../table/evidence.ts'
import { Cell, Column, EndState, TableReceipt } from '../table/table.ts'
import { Output, ResponseFormat } from './output-schemas.ts'
import { ProblemBody } from './problem-body.ts'
import { TableSource, Usage } from './schemas.ts'

/** The most that one extraction takes and gives; what is larger goes through a conversation, and its rows page by page. */
export const extractLimits = { fileBytes: 5_000_000, cells: 500_000 }

/** Four characters of base64 for three bytes. */
const fileCharacters = Math.ceil(extractLimits.fileBytes / 3) * 4

export const ExtractBody = z
  .object({
    text: z.string().optional().meta({
      description: 'The text to read: prose, a paste, CSV, Markdown, JSON, mail. One of `text` and `file` is needed.',
      example: 'Order 1: Ada, 3 lamps, 59.70 EUR. Order 2: Grace, 1 desk, 240 EUR.',
    }),
    file: z
      .object({
        name: z.string().trim().min(1).max(500).meta({ example: 'orders.xlsx' }),
        content_base64: z
          .base64()
          .max(fileCharacters)
          .meta({ description: 'The file’s bytes in base64, 5 MB of them at most.' }),
      })
      .optional()
      .meta({ description: 'A workbook (.xlsx, .xlsm, .ods) or any text.' }),
    template: z.string().min(1).max(100).optional().meta({
      description: 'The same as `response_format` with this template.',
      example: 'contact_list',
    }),
    response_format: ResponseFormat.optional(),
    locale: z.string().max(35).optional().meta({
      description: 'How the text writes numbers and days, where it does not show by itself.',
      example: 'en-GB',
    }),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), 'send either “text” or “file”')
  .meta({ id: 'ExtractBody' })
export type ExtractBody = z.infer<typeof ExtractBody>

export const ExtractedTable = z
  .object({
    title: z.string(),
    source: TableSource.nullable(),
    columns: z.array(Column),
    row_count: z.int().nonnegative(),
    rows: z.array(z.array(Cell)).meta({ description: 'One cell for each column, typed as the column says.' }),
    evidence: z
      .array(z.array(Evidence))
      .optional()
      .meta({
        description:
          'Beside `rows`, where each value stands: offsets in UTF-16 code units of the `text` that was sent, or of the file’s text. ' +
          'Left out for rows that were read from a table as they are.',
      }),
    receipt: TableReceipt,
  })
  .meta({ id: 'ExtractedTable' })
export type ExtractedTable = z.infer<typeof ExtractedTable>

export const Extraction = z
  .object({
    engine: z.enum(['built-in', 'gpt']),
    model: z.string().nullable(),
    state: EndState,
    problem: ProblemBody.nullable().meta({ description: 'Why it ended early, or that rows do not fit the format.' }),
    text: z.string().meta({ description: 'What the engine says beside the tables.' }),
    tables: z.array(ExtractedTable),
    output: Output.nullable().meta({ description: 'The rows in the asked format; null when none was asked for.' }),
    usage: Usage.nullable(),
  })
  .meta({ id: 'Extraction' })
export type Extraction = z.infer<typeof Extraction>
