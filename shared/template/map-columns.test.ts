// Columns are recognised by what their headers mean, in several languages, and strangers are left alone.
import { describe, expect, test } from 'vitest'
import type { Column } from '../table/table.ts'
import { contactList } from './built-in/contact-list.ts'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import { normaliseHeader } from './header-name.ts'
import { matchColumns } from './map-columns.ts'

const column = (name: string, type: Column['type'] = 'text'): Column => ({ key: name, name, type })
/** What is sure: the table column's key by template key. */
const map = (template: typeof salesAnalysis, columns: Column[]) =>
  Object.fromEntries(
    [...matchColumns(template, { columns, rows: [] })].flatMap(([key, { from, sure }]) =>
      sure && from ? [[key, from]] : [],
    ),
  )

describe('mapping', () => {
  test.each([
    [['Bestell-Nr.', 'Datum', 'Kunde', 'Artikel', 'Menge', 'Einzelpreis (EUR)', 'Gesamt', 'Status']],
    [['N° commande', 'Date de commande', 'Client', 'Désignation', 'Qté', 'Prix unitaire', 'Montant', 'Statut']],
    [['ORDER_NO', 'Order Date', 'customer name', 'SKU', 'qty', 'Unit Price', 'Line total', 'order status']],
    [['注文番号', '注文日', '顧客名', '商品名', '数量', '単価', '合計', 'ステータス']],
  ])('knows %j', (names) => {
    const keys = ['order', 'date', 'customer', 'product', 'quantity', 'unit_price', 'total', 'status']
    expect(
      map(
        salesAnalysis,
        names.map((name) => column(name)),
      ),
    ).toEqual(Object.fromEntries(keys.map((key, at) => [key, names[at]])))
  })

  test('first and last name are not the name', () => {
    const mapping = map(
      contactList,
      ['Vorname', 'Nachname', 'E-Mail'].map((name) => column(name)),
    )
    expect(mapping).toEqual({ first_name: 'Vorname', last_name: 'Nachname', email: 'E-Mail' })
    expect(map(contactList, [column('Middle name')])).toEqual({})
  })

  test('the same words in another order, with a unit or small words, mean the same; one word more does not', () => {
    expect(map(salesAnalysis, [column('Unit price in USD', 'number')])).toEqual({ unit_price: 'Unit price in USD' })
    expect(map(salesAnalysis, [column('Number of the order')])).toEqual({ order: 'Number of the order' })
    for (const name of ['Last order date', 'Net price', 'Requested order date']) {
      expect(map(salesAnalysis, [column(name, 'date'), column(`${name} `, 'currency')])).toEqual({})
    }
  })

  test('the closer name wins, and no column is used twice', () => {
    expect(map(salesAnalysis, [column('Amount', 'currency'), column('Total', 'currency')])).toEqual({ total: 'Total' })
  })

  test.each([
    ['Contact', 'email', salesAnalysis],
    ['Company', 'text', salesAnalysis],
    ['Due date', 'date', salesAnalysis],
    ['Subtotal', 'currency', salesAnalysis],
    ['Net', 'currency', salesAnalysis],
    ['Unit cost', 'currency', salesAnalysis],
    ['State', 'text', salesAnalysis],
    ['Estado', 'text', salesAnalysis],
    ['Reference', 'text', salesAnalysis],
    ['Day', 'text', salesAnalysis],
    ['Client', 'email', salesAnalysis],
    ['Price', 'percent', salesAnalysis],
    ['Sales', 'date', salesAnalysis],
    ['Contact', 'email', contactList],
    ['Contact', 'date', contactList],
    ['Title', 'text', contactList],
    ['Location', 'text', contactList],
    ['Account', 'number', contactList],
  ] as const)('“%s” of %s keeps its name', (name, type, template) => {
    expect(map(template, [column(name, type)])).toEqual({})
  })

  test('a plain number beside money is no amount of money', () => {
    expect(map(salesAnalysis, [column('Amount', 'number'), column('Price', 'currency')])).toEqual({
      unit_price: 'Price',
    })
    expect(map(salesAnalysis, [column('Amount', 'number'), column('Price', 'number')])).toEqual({
      total: 'Amount',
      unit_price: 'Price',
    })
  })

  test('headers without letters match nothing', () =>
    expect(map(salesAnalysis, [column('---'), column('')])).toEqual({}))
})

test('headers are compared without case, accents and punctuation', () => {
  expect(normaliseHeader('  N.º de Pedido: ')).toBe('n o de pedido')
  expect(normaliseHeader('Qté')).toBe('qte')
})
