// Which template a table gets without being asked.
import { expect, test } from 'vitest'
import type { Column } from '../../shared/table/table.ts'
import { guessTemplate } from './guess-template.ts'
import { template } from './testing/fake-app.ts'

const columns = (...names: string[]): Column[] => names.map((name) => ({ key: name.toLowerCase(), name, type: 'text' }))
const templates = [template('plain', []), template('contacts', ['Name', 'E-mail', 'Phone'])]

test('a clear match takes its template, by header, key or alias', () => {
  expect(guessTemplate(columns('name', 'Email', 'Company'), templates)).toBe('contacts')
})

test('in doubt it is the plain one', () => {
  expect(guessTemplate(columns('Name', 'Price', 'Amount', 'Due'), templates)).toBe('plain')
  expect(guessTemplate(columns('x'), templates)).toBe('plain')
  expect(guessTemplate(columns('x'), [])).toBeNull()
})

test('a template that is named in the request wins, if a column fits it at all', () => {
  const list = [
    ...templates,
    { ...template('contact_list', ['Name', 'Phone', 'City', 'Street']), name: 'Contact list' },
  ]
  expect(guessTemplate(columns('Name', 'Shoe size'), list, 'Make a contact list of this.')).toBe('contact_list')
  expect(guessTemplate(columns('Name', 'Shoe size'), list, 'Make a table of this.')).toBe('plain')
  expect(guessTemplate(columns('Shoe size'), list, 'Make a contact list of this.')).toBe('plain')
})
