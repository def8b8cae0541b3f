// The functions the model may call, as strict schemas; columns stand before rows so that rows can be typed as they come.

import { ColumnType } from '../../shared/table/table.ts'
import type { ModelTool } from '../platform/model/model.ts'

const strict = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const title = { type: 'string', description: 'A short title, 2 to 6 words, in the language of the message.' }

const writeTable: ModelTool = {
  name: 'write_table',
  description:
    'Makes a new table from prose. Never for data that is already a table with an id: call use_table for that. ' +
    'One row for each record, one cell for each column, in the order of the columns.',
  parameters: strict({
    title,
    columns: {
      type: 'array',
      items: strict({
        name: { type: 'string', description: 'The header people will read.' },
        type: { type: 'string', enum: ColumnType.options },
        currency: {
          type: ['string', 'null'],
          description: 'ISO 4217 code when the type is currency and the text states it, otherwise null.',
        },
      }),
    },
    rows: {
      type: 'array',
      items: {
        type: 'array',
        items: {
          type: ['string', 'null'],
          description:
            'The value copied exactly as the text writes it, not converted; null when the text does not say.',
        },
      },
    },
  }),
}

const useTable: ModelTool = {
  name: 'use_table',
  description:
    'Takes over a table that has an id (t1, k1, …) with all of its rows, without writing any of them. ' +
    'Columns can be chosen, put in another order and renamed.',
  parameters: strict({
    source: { type: 'string', description: 'The id of the table.' },
    title,
    columns: {
      type: ['array', 'null'],
      description: 'The columns to take, in their new order; null takes all of them as they are.',
      items: strict({
        from: { type: 'string', description: 'The column’s name in the source, exactly.' },
        name: { type: 'string', description: 'Its name in the new table.' },
      }),
    },
  }),
}

export const tools: ModelTool[] = [writeTable, useTable]
