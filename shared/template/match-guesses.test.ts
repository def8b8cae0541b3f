// What people said goes first, and what is only a guess is marked as one.
import { describe, expect, test } from 'vitest'
import type { Cell, Column } from '../table/table.ts'
import { contactList } from './built-in/contact-list.ts'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import { matchColumns, type SaidMapping } from './map-columns.ts'

const columns = (...names: (string | [string, Column['type']])[]): Column[] =>
  names.map((each) =>
    typeof each === 'string' ? { key: each, name: each, type: 'text' } : { key: each[0], name: each[0], type: each[1] },
  )

/** Only what got a column, or was said to get none. */
const found = (template: typeof salesAnalysis, table: Column[], rows: Cell[][] = [], said: SaidMapping = {}) =>
  Object.fromEntries(
    [...matchColumns(template, { columns: table, rows }, said)].filter(([, { how }]) => how !== 'none'),
  )

describe('similar headers are guesses', () => {
  test.each([
    ['Custmer', 'customer'],
    ['Cutsomer', 'customer'],
    ['Customers', 'customer'],
    ['Products', 'product'],
    ['Quantiy', 'quantity'],
    ['Quantities', 'quantity'],
    ['Unti price', 'unit_price'],
    ['Cust. name', 'customer'],
    ['Ord. no.', 'order'],
    ['Bestelnummer', 'order'],
    ['Kundennamen', 'customer'],
  ])('%s', (name, key) =>
    expect(found(salesAnalysis, columns(name))).toEqual({ [key]: { from: name, how: 'similar', sure: false } }),
  )

  test.each([
    'County',
    'Quality',
    'State',
    'Rate',
    'Older',
    'Cost',
    'Price list',
    'Order 2',
    'Datum 2',
    'Art',
    'Tax',
    'Data point',
  ])('but %s is something else', (name) => expect(found(salesAnalysis, columns(name))).toEqual({}))

  test('and never take what a surer one has, or what is as similar to another', () => {
    expect(found(salesAnalysis, columns('Customer', 'Customers'))).toEqual({
      customer: { from: 'Customer', how: 'header', sure: true },
    })
    expect(found(salesAnalysis, columns('Custmer', 'Customr'))).toEqual({})
  })

  test('names of programs are read', () =>
    expect(found(salesAnalysis, columns('unitPriceUSD', 'orderDate', 'CUSTOMER_NAME'))).toMatchObject({
      unit_price: { from: 'unitPriceUSD', sure: true },
      date: { from: 'orderDate', sure: true },
      customer: { from: 'CUSTOMER_NAME', sure: true },
    }))
})

describe('values are guesses', () => {
  const states: Cell[][] = [['open'], ['Paid'], ['shipped'], ['Open'], ['on hold']]

  test('of a list that knows most of them', () => {
    expect(found(salesAnalysis, columns('Phase'), states)).toEqual({
      status: { from: 'Phase', how: 'values', sure: false },
    })
    expect(found(salesAnalysis, columns('Phase'), [['Open'], ['Open']])).toEqual({})
    expect(found(salesAnalysis, columns('Phase'), [['Open'], ['Red'], ['Blue'], ['Green']])).toEqual({})
    const two = states.map(([value = null]) => [value, value])
    expect(found(salesAnalysis, columns('Phase', 'Was'), two)).toEqual({})
  })

  test('of the only column of addresses', () => {
    expect(found(contactList, columns('Reach her at', ['Where', 'email']))).toEqual({
      email: { from: 'Where', how: 'values', sure: false },
    })
    expect(found(contactList, columns(['Home', 'email'], ['Work', 'email']))).toEqual({})
  })

  test('of the only column of days, in a table that has more of the template', () => {
    expect(found(salesAnalysis, columns('Customer', ['When', 'date'])).date).toEqual({
      ...{ from: 'When', how: 'values', sure: false },
    })
    expect(found(salesAnalysis, columns('Car', ['When', 'date']))).toEqual({})
    expect(found(salesAnalysis, columns('Customer', ['Due date', 'date'])).date).toBeUndefined()
    expect(found(salesAnalysis, columns('Customer', ['When', 'date'], ['Until', 'date'])).date).toBeUndefined()
  })
})

describe('what people said', () => {
  const table = columns('Customer', 'Client', 'Item')

  test('goes first, also that a column has nothing', () => {
    expect(found(salesAnalysis, table, [], { chosen: { customer: 'Item', product: null } })).toEqual({
      customer: { from: 'Item', how: 'chosen', sure: true },
      product: { from: null, how: 'chosen', sure: true },
    })
  })

  test('is passed over where the table has no such column', () =>
    expect(found(salesAnalysis, table, [], { chosen: { customer: 'gone' } }).customer?.how).toBe('header'))

  test('some other time is remembered, and gives way to a choice', () => {
    const remembered = { customer: 'Client', product: null, total: 'gone' }
    expect(found(salesAnalysis, table, [], { remembered })).toEqual({
      customer: { from: 'Client', how: 'remembered', sure: true },
      product: { from: null, how: 'remembered', sure: true },
    })
    expect(found(salesAnalysis, table, [], { remembered, chosen: { customer: 'Customer' } }).customer).toEqual({
      ...{ from: 'Customer', how: 'chosen', sure: true },
    })
  })
})

test('every column of the template has a finding', () =>
  expect([...matchColumns(contactList, { columns: columns('x'), rows: [] }).keys()]).toEqual(
    contactList.layout.columns.map(({ key }) => key),
  ))
