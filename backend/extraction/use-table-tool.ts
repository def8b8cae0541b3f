// What the model is told of use_table, as a strict schema: a table that exists is chosen from, never retyped.
import type { ModelTool } from '../platform/model/model.ts'
import { condition, conditionsMatch, nullable, order, rowExpression, strict } from './table-tool-parts.ts'

export const useTableTool: ModelTool = {
  name: 'use_table',
  description:
    'Takes over a table that has an id (t1, k1, …) with all of its rows, without writing any of them. Columns can be ' +
    'chosen, put in another order, renamed and computed; rows can be filtered, sorted, made distinct, grouped and ' +
    'limited, in this order: where, columns (with formulas), group, distinct, sort, limit.',
  parameters: strict({
    source: { type: 'string', description: 'The id of the table.' },
    title: { type: 'string', description: 'A short title, 2 to 6 words, in the language of the message.' },
    columns: {
      type: ['array', 'null'],
      description: 'The columns of the new table in their order; null takes all of them as they are.',
      items: strict({
        from: {
          type: ['string', 'null'],
          description: 'The column’s name in the source, exactly; null for a column that a formula computes.',
        },
        name: { type: 'string', description: 'Its name in the new table.' },
        formula: {
          type: ['string', 'null'],
          description: `${rowExpression} Null for a column that is taken as it is.`,
        },
      }),
    },
    where: {
      type: ['array', 'null'],
      description: 'Only rows that fit these conditions are taken; null takes every row.',
      items: condition,
    },
    match: conditionsMatch,
    sort: { type: ['array', 'null'], description: 'By the first, then the second, …', items: order },
    distinct: {
      type: ['array', 'null'],
      description: 'Of rows that are equal in all these columns, only the first is kept.',
      items: { type: 'string' },
    },
    group: nullable(
      strict({
        by: { type: 'array', items: { type: 'string' }, description: 'One row for each value of these columns.' },
        measures: {
          type: 'array',
          items: strict({
            name: { type: 'string', description: 'The header people will read.' },
            function: { type: 'string', enum: ['count', 'sum', 'average', 'min', 'max'] },
            column: { type: ['string', 'null'], description: 'What is summed up; null counts rows.' },
          }),
        },
      }),
    ),
    limit: { type: ['integer', 'null'], description: 'Only the first rows, after sorting.' },
  }),
}
