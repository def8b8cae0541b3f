// Measures what writing a formatted table of 1,000 rows takes: our two calls beside those of the npm client google-spreadsheet.
import { GoogleSpreadsheet } from 'google-spreadsheet'
import { openScript } from '../addon/testing/open-script.ts'
import { createSpreadsheetWithTable } from '../backend/exports/create-spreadsheet.ts'
import { startCountingProxy, type Traffic } from '../backend/exports/testing/counting-proxy.ts'
import { undecided } from '../backend/exports/testing/writes.ts'
import { createGoogleApi } from '../backend/platform/google/google-api.ts'
import { startSheetsApi } from '../emulator/sheets-api/start-sheets-api.ts'
import { freshSheet } from '../shared/plan/batch-update/sheet-state.ts'
import { batchUpdateRequests } from '../shared/plan/batch-update.ts'
import { planTable } from '../shared/plan/plan-table.ts'
import type { Table } from '../shared/table/table.ts'
import { fitTable } from '../shared/template/fit-table.ts'
import { Template } from '../shared/template/template.ts'
import { timesAs } from './measure.ts'
import type { Figure } from './reading.ts'

const statuses = ['Open', 'Shipped', 'Paid']

/** Eight columns of plain values. */
function ordersOf(count: number): Table {
  const names = ['Order', 'Date', 'Customer', 'Product', 'Quantity', 'Price', 'Status', 'Mail']
  const types = ['text', 'date', 'text', 'text', 'number', 'currency', 'text', 'email'] as const
  const rows = Array.from({ length: count }, (_, at) => [
    ...[`A-${10_000 + at}`, `2026-0${1 + (at % 9)}-1${at % 10}`, `Customer ${at % 97}`, `Product ${at % 31}`],
    ...[1 + (at % 20), 5 + (at % 400) / 4, statuses[at % 3]!, `customer${at % 97}@example.com`],
  ])
  return { title: 'Orders', columns: names.map((name, at) => ({ key: `c${at}`, name, type: types[at]! })), rows }
}

/** Bold header, frozen row, number formats, two validation rules, one conditional format, one banding, widths. */
const template = Template.parse({
  ...{ id: 'bench_1', name: 'Orders', description: '', version: 1 },
  layout: {
    columns: ordersOf(0).columns.map(({ key, name, type }) => ({ key, header: name, type, width: 120 })),
    ...{ frozen_rows: 1, frozen_columns: 0, filter: false, totals_label: null },
  },
  formatting: {
    header: { background: '#174ea6', color: '#ffffff' },
    banding: { first: '#ffffff', second: '#eef3fd' },
    conditional_formats: [
      { kind: 'cell', columns: ['c6'], test: 'equals', values: ['Open'], look: { color: '#b3261e' } },
    ],
  },
  validation_rules: [
    { column: 'c6', rule: { kind: 'list', values: statuses, strict: false } },
    { column: 'c4', rule: { kind: 'number', min: 0, strict: false } },
  ],
})

const decisions = undecided
const write = { template, decisions, source: null, base: null }

async function byUs(url: string, table: Table): Promise<void> {
  const google = createGoogleApi({ root: url, token: async () => 'any' })
  const how = { operation_id: `bench-${Math.random()}`, digest: null, allow: [], native_table: false }
  await createSpreadsheetWithTable(
    { title: 'Orders', locale: 'en_US', time_zone: null },
    { ...write, ...how, table, exactly_once: false, again: false },
    { google },
  )
}

/** The same by the client's own helpers, one call each. */
async function byPeer(url: string, { columns, rows }: Table): Promise<void> {
  const own = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    return own(new Request(request.url.replace('https://sheets.googleapis.com', url), request), {})
  }
  try {
    const doc = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'any' }, { title: 'Orders' })
    const sheet = doc.sheetsByIndex[0]!
    const area = (startColumnIndex: number, startRowIndex = 1, endRowIndex = rows.length + 1, width = 1) => ({
      ...{ sheetId: sheet.sheetId, startRowIndex, endRowIndex, startColumnIndex },
      endColumnIndex: startColumnIndex + width,
    })
    await sheet.setHeaderRow(columns.map(({ name }) => name))
    await sheet.addRows(rows.map((row) => row.map(String)))
    await sheet.repeatCell(area(0, 0, 1, 8), { userEnteredFormat: { textFormat: { bold: true } } }, 'userEnteredFormat')
    await sheet.updateGridProperties({ frozenRowCount: 1 })
    for (const [column, type, pattern] of [
      [1, 'DATE', 'yyyy-mm-dd'],
      [5, 'NUMBER', '#,##0.00'],
    ] as const)
      await sheet.repeatCell(
        area(column),
        { userEnteredFormat: { numberFormat: { type, pattern } } },
        'userEnteredFormat',
      )
    const values = statuses.map((userEnteredValue) => ({ userEnteredValue }))
    await sheet.setDataValidation(area(6), { condition: { type: 'ONE_OF_LIST', values }, strict: false } as never)
    const least = { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: '0' }] }
    await sheet.setDataValidation(area(4), { condition: least, strict: false } as never)
    const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: 'Open' }] }
    const format = { textFormat: { foregroundColor: { red: 0.7 } } }
    await sheet.addConditionalFormatRule({ ranges: [area(6)], booleanRule: { condition, format } } as never, 0)
    const rowProperties = { firstBandColor: { red: 1, green: 1, blue: 1 }, secondBandColor: { blue: 1 } }
    await sheet.addBanding({ range: area(0, 0, rows.length + 1, 8), rowProperties } as never)
    await sheet.autoResizeDimensions('COLUMNS', { startIndex: 0, endIndex: 8 })
  } finally {
    globalThis.fetch = own
  }
}

async function measured(work: (url: string, table: Table) => Promise<void>): Promise<Traffic & { ms: number }> {
  const api = await startSheetsApi({ open: true, quota: false })
  const proxy = await startCountingProxy(api.url)
  await work(proxy.url, ordersOf(20))
  Object.assign(proxy.traffic, { calls: [], sent: 0, received: 0 })
  const started = performance.now()
  await work(proxy.url, ordersOf(1000))
  const ms = performance.now() - started
  await proxy.close()
  await api.close()
  return { ...proxy.traffic, ms }
}

/** Calls of SpreadsheetApp that read or write the document, for the same table. */
async function scriptCalls(): Promise<number> {
  const script = await openScript()
  const input = { ...write, table: ordersOf(1000), target: { kind: 'new_sheet' as const } }
  const { digest } = script.ask('preview', input)
  script.ask('write', { ...input, operation_id: 'bench-operation', digest, allow: [] })
  return script.runtime.lastCallCount
}

/** Works out the requests of a planned table of `count` rows. */
function requestsOf(count: number): () => unknown {
  const locale = 'en_US'
  const fitted = fitTable({ table: ordersOf(count), template, locale, decisions })
  const place = { locale, sheet_names: [], range_names: [], sheet: null, known: null }
  const target = { kind: 'new_sheet' as const }
  const named = { operation_id: 'bench-operation', new_id: 'bench-anchor', now: '2026-01-01T00:00:00Z' }
  const { plan } = planTable({ fitted, target, place, ...write, ...named })
  const anchor = { named_range_id: null, metadata_id: null }
  const more = { note: '', locale, sheet: freshSheet(0), anchor, done: [], native_table: false }
  return () => JSON.stringify(batchUpdateRequests(plan, { operation_id: 'bench-operation', ...more }))
}

export async function measureWriting(): Promise<Figure[]> {
  const [us, peer] = [await measured(byUs), await measured(byPeer)]
  const [small, double, large] = [5_000, 10_000, 20_000].map(requestsOf)
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
  return [
    {
      name: `writing: API calls for 1,000 rows with all looks (google-spreadsheet: ${peer.calls.length})`,
      ...{ value: us.calls.length, limit: 2 },
    },
    {
      name: `writing: bytes sent, ${kilobytes(us.sent)}, as a share of google-spreadsheet's ${kilobytes(peer.sent)}`,
      ...{ value: us.sent / peer.sent, limit: 1 },
    },
    {
      name: `writing: bytes received, ${kilobytes(us.received)}, as a share of its ${kilobytes(peer.received)}`,
      ...{ value: us.received / peer.received, limit: 0.1 },
    },
    {
      name: `writing: time against the local API, ${Math.round(us.ms)} ms, as a share of its ${Math.round(peer.ms)} ms`,
      // Most of it is the local API's own work on typed cells; the way to Google and back is not in it.
      ...{ value: us.ms / peer.ms, limit: 2.5 },
    },
    { name: 'writing: calls of SpreadsheetApp for the same table', value: await scriptCalls(), limit: 30 },
    { name: 'writing: requests of twice the rows, in times of once', value: timesAs(double!, small!, 5), limit: 2.6 },
    {
      name: 'writing: requests of four times the rows, in times of once',
      value: timesAs(large!, small!, 5),
      limit: 5.2,
    },
  ]
}
