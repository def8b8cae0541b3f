// Tests of requests about native tables, charts and slicers.
import { describe, expect, it } from 'vitest'
import { newBook, range } from '../testing/book.ts'

describe('native tables', () => {
  const list = {
    condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Open' }, { userEnteredValue: 'Done' }] },
  }

  it('name their columns by headers, and headers by what was asked', () => {
    const { run, sheet, values, write } = newBook()
    write(1, 1, [['Name', null, 'When']])
    const columnProperties = [
      { columnIndex: 1, columnName: 'State', columnType: 'DROPDOWN', dataValidationRule: list },
      { columnIndex: 2, columnType: 'DATE' },
      { columnIndex: 3, columnType: 'BOOLEAN', columnName: 'OK' },
    ]
    const [reply] = run({ addTable: { table: { name: 'Tasks', range: range('A1:D3'), columnProperties } } })
    expect(reply?.addTable?.table).toMatchObject({
      name: 'Tasks',
      columnProperties: [
        { columnName: 'Name' },
        { columnIndex: 1, columnName: 'State', columnType: 'DROPDOWN', dataValidationRule: list },
        { columnIndex: 2, columnName: 'Column 1', columnType: 'DATE' },
        { columnIndex: 3, columnName: 'OK', columnType: 'BOOLEAN' },
      ],
    })
    expect(values('A1:D3')).toEqual([
      ['Name', 'State', 'Column 1', 'OK'],
      [null, null, null, false],
      [null, null, null, false],
    ])
    expect(sheet().tables).toEqual([reply?.addTable?.table])
    expect(sheet().bandedRanges?.[0]?.range).toEqual(reply?.addTable?.table?.range)
    write(1, 1, [['Title']])
    expect(sheet().tables?.[0]?.columnProperties?.[0]?.columnName).toBe('Title')
  })

  it('grow by appended cells, and move what stands below', () => {
    const { run, sheet, values, write } = newBook()
    write(1, 1, [
      ['a', 'b'],
      ['1', '2'],
      [null, null],
      ['below', 'it'],
    ])
    const [reply] = run({ addTable: { table: { name: 'T', range: range('A1:B3') } } })
    const tableId = reply?.addTable?.table?.tableId ?? ''
    const line = (text: string) => ({ values: [{ userEnteredValue: { stringValue: text } }] })
    run({ appendCells: { tableId, rows: [line('x'), line('y'), line('z')], fields: 'userEnteredValue' } })
    expect(values('A1:A6').flat()).toEqual(['a', '1', 'x', 'y', 'z', 'below'])
    expect(sheet().tables?.[0]?.range?.endRowIndex).toBe(5)
  })

  it('replace their columns whole, and refuse what Google refuses', () => {
    const { run, refusal, sheet, write } = newBook()
    write(1, 1, [['a', 'b']])
    const [reply] = run({
      addTable: {
        table: { name: 'T', range: range('A1:B3'), columnProperties: [{ columnType: 'TEXT', columnName: 'a' }] },
      },
    })
    const tableId = reply?.addTable?.table?.tableId
    const update = (columnProperties: object[]) => ({
      updateTable: { table: { tableId, columnProperties }, fields: 'columnProperties' },
    })
    run(update([{ columnIndex: 1, columnName: 'bee', columnType: 'CURRENCY' }]))
    expect(sheet().tables?.[0]?.columnProperties).toEqual([
      { columnName: 'a' },
      { columnIndex: 1, columnName: 'bee', columnType: 'CURRENCY' },
    ])
    const refused = (request: object) => refusal(request)?.replace(/^Invalid requests\[0\]\.\w+: /, '')
    expect(refused(update([{ columnIndex: 1, columnType: 'DATE' }]))).toBe('Table header row cell must have a value.')
    expect(refused(update([{ columnName: 'x', columnType: 'DROPDOWN' }]))).toBe(
      'Condition must be set for dropdown column type.',
    )
    expect(refused(update([{ columnName: 'x', columnType: 'DATE', dataValidationRule: list }]))).toBe(
      'Cannot set condition for non-dropdown column type.',
    )
    expect(refused({ addTable: { table: { name: 't', range: range('D1:E3') } } })).toMatch(/already exists/)
    expect(refused({ addTable: { table: { name: 'U', range: range('B2:C3') } } })).toMatch(/overlaps/)
    expect(refused({ setDataValidation: { range: range('B2'), rule: { condition: { type: 'BOOLEAN' } } } })).toBe(
      'This operation is not allowed on cells in typed columns.',
    )
    run({
      updateTable: {
        table: {
          tableId,
          name: 'Renamed',
          range: range('A1:C4'),
          rowsProperties: { headerColorStyle: { rgbColor: { red: 1 } } },
        },
        fields: 'name,range,rowsProperties',
      },
    })
    expect(sheet().tables?.[0]).toMatchObject({
      name: 'Renamed',
      rowsProperties: { headerColorStyle: { rgbColor: { red: 1 } } },
      columnProperties: [{}, {}, { columnName: 'Column 3' }],
    })
    run({ deleteTable: { tableId } })
    expect([sheet().tables, sheet().bandedRanges]).toEqual([undefined, undefined])
  })
})

describe('charts', () => {
  const spec = {
    title: 'Sales',
    basicChart: {
      chartType: 'COLUMN',
      domains: [{ domain: { sourceRange: { sources: [range('A1:A5')] } } }],
      series: [{ series: { sourceRange: { sources: [range('B1:B5')] } }, color: { red: 1 } }],
    },
  }
  const overlay = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 3 }, offsetXPixels: 5 } }

  it('stand over cells or on a sheet of their own', () => {
    const { run, sheet, book } = newBook()
    const [over, own] = run(
      { addChart: { chart: { spec, position: overlay } } },
      { addChart: { chart: { chartId: 77, spec, position: { newSheet: true } } } },
    )
    expect(over?.addChart?.chart).toMatchObject({
      position: {
        overlayPosition: {
          anchorCell: { rowIndex: 1, columnIndex: 3 },
          offsetXPixels: 5,
          widthPixels: 600,
          heightPixels: 371,
        },
      },
      spec: { title: 'Sales', basicChart: { series: [{ color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } }] } },
    })
    expect(own?.addChart?.chart).toMatchObject({ chartId: 77, position: { sheetId: book.sheets[1]!.id } })
    expect(sheet(1).properties).toMatchObject({ title: 'Chart1', sheetType: 'OBJECT' })
    expect(sheet(1).properties?.gridProperties).toBeUndefined()
    run({ deleteEmbeddedObject: { objectId: 77 } })
    expect(book.sheets).toHaveLength(1)
  })

  it('are changed, moved, bordered and refused', () => {
    const { run, refusal, sheet } = newBook()
    const [added] = run({ addChart: { chart: { spec, position: overlay } } })
    const { chartId } = added?.addChart?.chart ?? {}
    run({ updateChartSpec: { chartId, spec: { title: 'Other', pieChart: {} } } })
    const [moved] = run({
      updateEmbeddedObjectPosition: {
        objectId: chartId,
        newPosition: { overlayPosition: { widthPixels: 300 } },
        fields: 'widthPixels',
      },
    })
    expect(moved?.updateEmbeddedObjectPosition?.position?.overlayPosition).toEqual({
      anchorCell: { rowIndex: 1, columnIndex: 3 },
      offsetXPixels: 5,
      widthPixels: 300,
      heightPixels: 371,
    })
    run({ updateEmbeddedObjectBorder: { objectId: chartId, border: { color: { blue: 1 } }, fields: 'color' } })
    expect(sheet().charts?.[0]).toMatchObject({
      spec: { title: 'Other', pieChart: {} },
      border: { color: { blue: 1 } },
    })
    expect(refusal({ addChart: { chart: { spec: { title: 'x' }, position: overlay } } })).toBe(
      'Invalid requests[0].addChart: One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec.',
    )
    expect(refusal({ addChart: { chart: { spec } } })).toBe(
      'Invalid requests[0].addChart: One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set',
    )
    run({ deleteEmbeddedObject: { objectId: chartId } })
    expect(sheet().charts).toBeUndefined()
  })
})

describe('slicers', () => {
  it('are added, changed by mask and deleted', () => {
    const { run, sheet, refusal } = newBook()
    const position = { overlayPosition: { anchorCell: { sheetId: 0 } } }
    const [added] = run({
      addSlicer: { slicer: { spec: { dataRange: range('A1:C9'), columnIndex: 1, title: 'S' }, position } },
    })
    const { slicerId } = added?.addSlicer?.slicer ?? {}
    run({
      updateSlicerSpec: {
        slicerId,
        spec: { title: 'T', backgroundColor: { green: 1 } },
        fields: 'title,backgroundColor',
      },
    })
    expect(sheet().slicers?.[0]?.spec).toMatchObject({
      title: 'T',
      columnIndex: 1,
      backgroundColorStyle: { rgbColor: { green: 1 } },
    })
    expect(refusal({ updateSlicerSpec: { slicerId, spec: {} } })).toMatch(/At least one field must be listed/)
    run({ deleteEmbeddedObject: { objectId: slicerId } })
    expect(sheet().slicers).toBeUndefined()
  })
})
