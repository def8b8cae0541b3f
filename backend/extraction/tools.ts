// The functions the model may call, as strict schemas; which they are follows from the template alone, never from what a text says.
import type { Template } from '../../shared/template/template.ts'
import type { ModelTool } from '../platform/model/model.ts'
import { editTableTool } from './edit-table-tool.ts'
import { schemaTemplateId } from './format/format.ts'
import { fitsSchema, writeTableSchema } from './strict-schema.ts'
import { useTableTool } from './use-table-tool.ts'

const writeTable = (template: Template | null): ModelTool => ({
  name: 'write_table',
  description: [
    'Makes a new table from prose. Never for data that is already a table with an id: call use_table for that.',
    fitsSchema(template)
      ? `One row for each record, with the columns of the template “${template.name}”.`
      : 'One row for each record, one cell for each column, in the order of the columns.',
    template?.id === schemaTemplateId ? template.description : '',
  ]
    .filter(Boolean)
    .join(' '),
  parameters: writeTableSchema(template),
})

/** What the model may call, the tools that never change first, so that a provider can reuse its work on them. */
export const toolsFor = (template: Template | null): ModelTool[] => [useTableTool, editTableTool, writeTable(template)]
