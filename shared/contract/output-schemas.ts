// What a program asks rows to look like, and the rows that it gets: objects in the shape of a template or a JSON Schema.
import * as z from 'zod'
import { Cell, ColumnType } from '../table/table.ts'
import { ProblemBody } from './problem-body.ts'

/** How large a JSON Schema may be, in characters of JSON. */
export const formatCharacters = 100_000

/** How many rows, and how many that do not fit, one answer carries; the counts are of all. */
export const outputRows = 10_000
export const outputUnfit = 1_000

/** One of the two. */
export const ResponseFormat = z
  .object({
    template: z.string().min(1).max(100).optional().meta({
      description: 'A template’s id: the rows are objects under the keys of its columns.',
      example: 'contact_list',
    }),
    json_schema: z
      .unknown()
      .optional()
      .meta({
        override: { type: 'object', additionalProperties: true },
        description:
          'The JSON Schema of one record (or of a list of records, also as the only property of an object): every row is checked by it. ' +
          'Objects in objects are fine, and lists of objects within a record, up to three levels of lists: rows of a table that say the same of a record are its items. ' +
          'Recursive schemas, lists of lists, and keywords that a record cannot be checked by are refused, by name. ' +
          'The envelope `{name, schema}` is taken too.',
        example: {
          type: 'object',
          properties: { name: { type: 'string' }, amount: { type: 'number' }, due: { type: 'string', format: 'date' } },
          required: ['name', 'amount'],
        },
      }),
  })
  .meta({
    id: 'ResponseFormat',
    description: 'What the rows have to look like: a template or a JSON Schema, not both.',
  })
export type ResponseFormat = z.infer<typeof ResponseFormat>

/** Why a cell keeps its row from fitting. */
export const CellFault = z.enum(['missing', 'wrong_type', 'not_listed', 'out_of_bounds', 'not_matching', 'rule_broken'])
export type CellFault = z.infer<typeof CellFault>

/** Where a record stands: `table` counts the answer’s tables from 0, `row` the rows of that table. */
export const RecordPlace = z.object({ table: z.int().nonnegative(), row: z.int().nonnegative() })
export type RecordPlace = z.infer<typeof RecordPlace>

export const UnfitRecord = RecordPlace.extend({
  values: z.record(z.string(), z.unknown()).meta({ description: 'What could be read of it, under the same names.' }),
  faults: z.array(
    z.object({
      field: z.string().meta({
        description:
          'The field’s name, with dots between those of objects in objects, and the place of an item in its list: `lines[2].price`.',
      }),
      code: CellFault,
      value: Cell.meta({ description: 'What the text says instead; null for nothing.' }),
      detail: z.string(),
    }),
  ),
})
export type UnfitRecord = z.infer<typeof UnfitRecord>

export const OutputField = z.object({
  field: z.string(),
  type: ColumnType,
  from: z
    .string()
    .nullable()
    .meta({ description: 'The name of the table’s column that it was taken from; null for none.' }),
})

export const Output = z
  .object({
    rows: z.array(z.record(z.string(), z.unknown())).meta({
      description: `The records that fit, the first ${outputRows.toLocaleString('en-US')} of them.`,
      example: [{ name: 'Ada', amount: 12.5, due: '2026-12-01' }],
    }),
    places: z.array(RecordPlace).meta({ description: 'Where each of `rows` stands in the answer’s tables.' }),
    row_count: z.int().nonnegative().meta({ description: 'How many records fit.' }),
    unfit: z.array(UnfitRecord).meta({
      description: `Records that do not fit, cell by cell, the first ${outputUnfit.toLocaleString('en-US')} of them; nothing is made up to make them fit.`,
    }),
    unfit_count: z.int().nonnegative(),
    fields: z.array(z.array(OutputField)).meta({ description: 'For each table, where each field was taken from.' }),
    problem: ProblemBody.nullable().meta({
      description: '`format_unmet` when a record does not fit or there is none; null when all fit.',
    }),
  })
  .meta({ id: 'Output', description: 'The rows as objects in the asked format.' })
export type Output = z.infer<typeof Output>
