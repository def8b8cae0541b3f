// Examples of bodies that say more than one made from the schema would; the first of an operation works on any account.
import type { OperationName } from '../../../../shared/contract/routes.ts'

type Examples = Record<string, { summary: string; value: unknown }>

const written: Partial<Record<OperationName, Examples>> = {
  sendMessage: {
    pasted: {
      summary: 'A pasted table',
      value: { content: 'order,quantity,price\nA-1,2,9.50\nA-2,1,20.00' },
    },
    template: {
      summary: 'A pasted table that has to fit a template',
      value: { content: 'Widget, 2 pieces, 9.50 each', template: 'invoice', locale: 'en_GB' },
    },
    file: {
      summary: 'A file that was uploaded',
      value: {
        content: 'Only the orders of May, please',
        attachments: [{ kind: 'file', file_id: '4c5d6e7f-8091-42a3-b4c5-d6e7f8091021' }],
      },
    },
  },
  createTemplate: {
    orders: {
      summary: 'Three columns, one of them computed, with a total',
      value: {
        name: 'Orders',
        description: 'One line for each order',
        locale: 'en_GB',
        layout: {
          columns: [
            {
              key: 'order',
              header: 'Order',
              type: 'text',
              aliases: ['order no', 'number'],
              required: true,
              unique: true,
            },
            { key: 'quantity', header: 'Quantity', type: 'number' },
            { key: 'price', header: 'Price', type: 'currency', currency: 'EUR' },
            {
              key: 'amount',
              header: 'Amount',
              type: 'currency',
              currency: 'EUR',
              formula: 'quantity * price',
              total: 'sum',
            },
          ],
          frozen_rows: 1,
          frozen_columns: 0,
          filter: true,
          totals_label: 'Total',
        },
        formatting: {
          header: { background: '#1f4e79', color: '#ffffff' },
          banding: { first: '#ffffff', second: '#eef3f8' },
        },
        validation_rules: [],
      },
    },
  },
  learnTemplate: {
    headers: {
      summary: 'A header row and one row of values',
      value: {
        name: 'Orders',
        values: [
          ['Order', 'Quantity', 'Price'],
          ['A-1', 2, 9.5],
        ],
      },
    },
  },
  importTemplate: {
    schema: {
      summary: 'A JSON Schema of one row',
      value: {
        title: 'Orders',
        type: 'object',
        properties: {
          order: { type: 'string' },
          quantity: { type: 'integer' },
          ordered: { type: 'string', format: 'date' },
        },
        required: ['order'],
      },
    },
  },
  updateTable: {
    rename: { summary: 'Another title', value: { title: 'Orders of May' } },
    cells: { summary: 'One cell', value: { cells: [{ row: 0, column: 'quantity', value: 3 }] } },
  },
  updateConversation: { rename: { summary: 'Another title', value: { title: 'Orders of May' } } },
  createConversation: { titled: { summary: 'With a title', value: { title: 'Orders of May' } } },
  updateTemplate: { rename: { summary: 'Another name', value: { name: 'Orders, short' } } },
}

/** By operation; an operation without any gets one made from its schema. */
export const bodyExamples: Record<string, Examples | undefined> = written
