// Things to try that fit the selected range; without one, the three ways to bring something in.
import type { Selection } from '../../shared/contract/rpc.ts'
import { rangeLabel } from './state.ts'
import { counted } from './words.ts'

/** `text` goes into the composer; nothing is sent by choosing one. */
export type Suggestion = { title: string; hint: string; text: string; use: 'selection' | 'text' | 'file' }

const mail: Suggestion = {
  title: 'Paste an e-mail thread',
  hint: 'one row for each order or person',
  text: 'Make a table of this e-mail:\n\n',
  use: 'text',
}

const people = /mail|phone|tel|name|contact|company|address/i

export function suggestionsFor(selection: Selection | null): Suggestion[] {
  // One cell is always selected: that alone says nothing about what the person wants.
  if (selection === null || selection.empty || selection.rows * selection.columns === 1) {
    return [
      { title: 'Paste a table', hint: 'CSV, cells of a sheet, Markdown or HTML', text: '', use: 'text' },
      mail,
      { title: 'Drop a file', hint: 'or choose one: Excel, ODS, CSV, JSON, text', text: '', use: 'file' },
    ]
  }
  const where = `${rangeLabel(selection)} \u00b7 ${counted(selection.columns, 'column')}`
  const clean: Suggestion = {
    title: 'Clean up the selection',
    hint: where,
    text: 'Clean up the selected range: one type in each column, the same way of writing everywhere.',
    use: 'selection',
  }
  const contacts: Suggestion = {
    title: 'Turn the selection into a contact list',
    hint: where,
    text: 'Turn the selected range into a contact list.',
    use: 'selection',
  }
  const persons = selection.headers.filter((header) => people.test(header)).length
  return persons >= 2 ? [contacts, clean, mail] : [clean, contacts, mail]
}
