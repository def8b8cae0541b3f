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
