// A template without columns of its own: it gives any table a header, bands and right formats, and changes nothing else.
import { Template } from '../template.ts'

export const plainTable = Template.parse({
  id: 'plain_table',
  name: 'Plain table',
  description: 'Any table as it is: its own columns, with a header, a filter and the right formats.',
  version: 1,
  layout: { columns: [], frozen_rows: 1, frozen_columns: 0, filter: true, totals_label: null },
  formatting: {
    header: { background: '#e8eaed', color: '#202124' },
    banding: { first: '#ffffff', second: '#f8f9fa' },
  },
  validation_rules: [],
})
