// What the model is told of edit_table, as a strict schema: operations by key, so that nothing else of a table changes.
import { ColumnType } from '../../shared/table/table.ts'
import type { ModelTool } from '../platform/model/model.ts'
import { condition, conditionsMatch, order, rowExpression, strict } from './table-tool-parts.ts'

const operation = (name: string, description: string, properties: Record<string, unknown>) => ({
  ...strict({ do: { type: 'string', enum: [name] }, ...properties }),
  description,
})

const row = {
  ...strict({
    column: { type: ['string', 'null'], description: 'A column in which the row’s value is its own; else null.' },
    value: { type: ['string', 'null'], description: 'That value, as the table has it; else null.' },
    number: {
      type: ['integer', 'null'],
      description: 'The row’s number from 1 in the table as it was shown; else null.',
    },
  }),
  description: 'One row: by a value that only it has, or by its number.',
}

const cell = {
  type: ['string', 'null'],
  description: 'Copied exactly as the message writes it; null empties the cell.',
}
const type = { type: 'string', enum: ColumnType.options }
const currency = { type: ['string', 'null'], description: 'ISO 4217 code when the type is currency, otherwise null.' }
const after = (otherwise: string) => ({
  type: ['string', 'null'],
  description: `The column that it follows; null for ${otherwise}.`,
})
const orUnchanged = { description: 'Null leaves it as it is.' }

export const editTableTool: ModelTool = {
  name: 'edit_table',
  description:
    'Changes a table of this conversation (k1, …): the result is its next version, and everything that no operation ' +
    'names stays as it is. Operations are done in their order. For other rows or columns of a table as a table of its ' +
    'own, call use_table.',
  parameters: strict({
    table: { type: 'string', description: 'The id of the table, such as k1.' },
    title: { type: ['string', 'null'], description: 'A new title; null keeps the one it has.' },
    operations: {
      type: 'array',
      items: {
        anyOf: [
          operation('set_cells', 'Puts another value into a cell.', { row, column: { type: 'string' }, value: cell }),
          operation('add_rows', 'Adds rows at the end: one value for each column, null where a formula computes it.', {
            rows: { type: 'array', items: { type: 'array', items: cell } },
          }),
          operation('delete_rows', 'Deletes the rows that fit the conditions.', {
            where: { type: 'array', items: condition },
            match: conditionsMatch,
          }),
          operation('add_column', 'Adds a column: computed by a formula, or with values for some rows.', {
            name: { type: 'string' },
            type,
            currency,
            formula: { type: ['string', 'null'], description: rowExpression },
            after: after('the last place'),
            values: { type: ['array', 'null'], items: strict({ row, value: cell }) },
          }),
          operation('change_column', 'Renames a column, or gives it another type or formula.', {
            column: { type: 'string' },
            name: { type: ['string', 'null'], ...orUnchanged },
            type: { type: ['string', 'null'], enum: [...ColumnType.options, null], ...orUnchanged },
            currency: { type: ['string', 'null'], ...orUnchanged },
            formula: {
              type: ['string', 'null'],
              description: `${orUnchanged.description} An empty text keeps its values only.`,
            },
          }),
          operation('remove_column', 'Removes a column.', { column: { type: 'string' } }),
          operation('move_column', 'Puts a column in another place.', {
            column: { type: 'string' },
            after: after('the first place'),
          }),
          operation('sort', 'Sorts the rows.', { by: { type: 'array', items: order } }),
        ],
      },
    },
  }),
}
