// @vitest-environment happy-dom
// Templates in the sidebar: listed, copied, changed, saved under the tag they were read with, brought back, deleted.
import { expect, test, vi } from 'vitest'
import type { TemplateEntry } from '../../../../shared/contract/template-schemas.ts'
import { emptyTemplate, setColumn } from '../../template-draft.ts'
import { button, draw, shows, typeInto } from '../../testing/draw.tsx'
import { fakeApp, template } from '../../testing/fake-app.ts'
import { AppView } from '../app-view.tsx'

const given: TemplateEntry = { ...template('sales', ['Order', 'Total']), name: 'Sales' }
const own: TemplateEntry = {
  ...template('11111111-1111-4111-8111-111111111111', ['Name', 'Phone']),
  name: 'My people',
  built_in: false,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
}

const open = (answers: Parameters<typeof fakeApp>[0] = {}) => {
  const app = fakeApp({
    state: { view: { name: 'templates' } },
    ...answers,
    api: {
      listTemplates: () => ({ items: [given, own], next_cursor: null }),
      getTemplate: () => own,
      ...answers.api,
    },
  })
  draw(app, <AppView />)
  return app
}
const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent === label)
  return document.getElementById(found?.htmlFor ?? '')
}

test('the product’s templates are copied, a person’s own are changed', async () => {
  const app = open()
  await shows('My people')
  expect(document.querySelector('[aria-label="Change Sales"]')).toBeNull()
  ;(await button('Copy Sales')).click()
  await shows('Save the template')
  expect((field('Name') as HTMLInputElement).value).toBe('Sales (copy)')
  expect(app.store.get().view).toMatchObject({ name: 'template', from: null })
})

test('a change is saved under the tag of the template that was read, and the list knows it', async () => {
  let saved = own
  const app = open({
    api: {
      listTemplates: () => ({ items: [given, saved], next_cursor: null }),
      updateTemplate: ({ body }: { body: Partial<TemplateEntry> }) => {
        saved = { ...own, ...body, version: 2 }
        return saved
      },
    },
  })
  ;(await button('Change My people')).click()
  await shows('Save the template')
  typeInto(field('Name'), 'Our people')
  ;(await button('Save the template')).click()
  await shows('Our people')
  const call = app.calls.find(({ name }) => name === 'updateTemplate')
  expect(call?.input).toMatchObject({ body: { name: 'Our people' }, headers: { 'if-match': '"tag"' } })
})

test('a column gets a type, a rule and a place; without a header nothing can be saved', async () => {
  const createTemplate = vi.fn((input: { body: object }) => ({ ...own, ...input.body }))
  open({ api: { createTemplate } })
  ;(await button('New template')).click()
  await shows('Give it a name')
  typeInto(field('Name'), 'Visits')
  await shows('Give column 1 a header')
  typeInto(field('Header'), 'Visited on')
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('Give column'))
  const rule = field('Cells may hold') as HTMLSelectElement
  rule.value = 'email'
  rule.dispatchEvent(new Event('change', { bubbles: true }))
  await shows('Refuse anything else')
  ;(await button('Save the template')).click()
  await vi.waitFor(() => expect(createTemplate).toHaveBeenCalled())
  expect(createTemplate.mock.calls[0]?.[0].body).toMatchObject({
    name: 'Visits',
    layout: { columns: [{ key: 'visited_on', header: 'Visited on' }] },
    validation_rules: [{ column: 'visited_on', rule: { kind: 'email', strict: false } }],
  })
})

test('what the server refuses is said, and nothing that was typed is lost', async () => {
  const refuse = () => {
    throw new Error('no')
  }
  open({ api: { createTemplate: refuse } })
  ;(await button('New template')).click()
  await shows('Give it a name')
  typeInto(field('Name'), 'Visits')
  await shows('Give column 1 a header')
  typeInto(field('Header'), 'Day')
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('Give'))
  ;(await button('Save the template')).click()
  await shows('Something went wrong in the sidebar.')
  expect((field('Header') as HTMLInputElement).value).toBe('Day')
})

test('an earlier version comes back into the form', async () => {
  open({
    api: {
      listTemplateVersions: () => ({
        items: [2, 1].map((version) => ({
          version,
          name: `v${version}`,
          created_at: '2026-01-01T00:00:00.000Z',
          columns: 2,
        })),
        next_cursor: null,
      }),
    },
  })
  ;(await button('Change My people')).click()
  await shows('Earlier versions')
  const details = [...document.querySelectorAll('details')].find((one) => one.textContent?.includes('Earlier'))!
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  typeInto(field('Name'), 'Changed')
  ;(await button('Bring back')).click()
  await vi.waitFor(() => expect((field('Name') as HTMLInputElement).value).toBe('My people'))
})

test('deleting asks first', async () => {
  const app = open({ api: { deleteTemplate: () => undefined } })
  ;(await button('Delete My people')).click()
  await shows('stay as they are')
  ;(await button('Delete it')).click()
  await vi.waitFor(() => expect(document.body.textContent).not.toContain('My people'))
  expect(app.store.get().templates?.map(({ id }) => id)).toEqual(['sales'])
})

test('what was learned from the sheet is said before it is saved', async () => {
  const learned = setColumn({ ...emptyTemplate(), name: 'Orders' }, 0, { header: 'Order' })
  const selection = {
    sheet_id: 0,
    sheet_name: 'S',
    a1: 'A1:B3',
    row: 1,
    column: 1,
    rows: 3,
    columns: 2,
    headers: [],
    empty: false,
  }
  const app = fakeApp({
    state: { view: { name: 'templates' }, selection },
    api: { listTemplates: () => ({ items: [given], next_cursor: null }) },
    rpc: {
      learn: () => ({ template: { ...learned, id: 'x', version: 1 }, notes: ['Column “Sum” is kept as values.'] }),
    },
  })
  draw(app, <AppView />)
  ;(await button('Learn from the selection')).click()
  await shows('Column “Sum” is kept as values.')
})
