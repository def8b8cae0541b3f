// Orders or sales, one line each, with a total per line and a totals row.
import { Template } from '../template.ts'
import { column } from './column.ts'

export const salesAnalysis = Template.parse({
  id: 'sales_analysis',
  name: 'Sales analysis',
  description: 'Orders or sales line by line: computes the total of each line, sums them up, and checks the status.',
  version: 1,
  layout: {
    columns: [
      column(
        'order',
        'Order',
        'text',
        `order id, order no, order number, order #, po, po number, invoice, invoice no, invoice number,
        bestellung, bestellnummer, bestell-nr, auftrag, auftragsnummer, rechnungsnummer, belegnummer,
        commande, n° commande, numéro de commande, facture, pedido, n.º pedido, número de pedido, factura,
        ordine, numero ordine, fattura, ordernummer, encomenda, 注文番号, 受注番号, 订单号`,
      ),
      column(
        'date',
        'Date',
        'date',
        `order date, ordered, ordered on, sale date, invoice date, datum, bestelldatum, auftragsdatum,
        rechnungsdatum, date de commande, fecha, fecha de pedido, data, data ordine, data do pedido, besteldatum,
        日付, 注文日, 日期`,
      ),
      column(
        'customer',
        'Customer',
        'text',
        `customer name, client, client name, buyer, account name, sold to, kunde, kundin, kundenname, käufer,
        acheteur, cliente, nombre del cliente, nome cliente, klant, 顧客, 顧客名, お客様, 客户`,
      ),
      column(
        'product',
        'Product',
        'text',
        `product name, item, item name, article, sku, description, produkt, artikel, artikelbezeichnung, bezeichnung,
        produit, désignation, producto, artículo, descripción, prodotto, articolo, descrizione, produto, omschrijving,
        商品, 商品名, 品名, 产品`,
      ),
      column(
        'quantity',
        'Quantity',
        'number',
        `qty, count, units, pieces, pcs, menge, anzahl, stück, stückzahl, quantité, qté, cantidad, quantità,
        quantidade, aantal, 数量, 個数`,
        { total: 'sum' },
      ),
      column(
        'unit_price',
        'Unit price',
        'currency',
        `price, price each, price per unit, price/unit, preis, einzelpreis, stückpreis, preis pro stück,
        prix, prix unitaire, precio, precio unitario, prezzo, prezzo unitario, preço, preço unitário, prijs,
        stukprijs, 単価, 价格, 单价`,
      ),
      column(
        'total',
        'Total',
        'currency',
        `amount, line total, total amount, total price, sum, revenue, sales, gesamt, gesamtpreis, betrag, summe,
        umsatz, montant, total ht, total ttc, importe, total línea, importo, totale, valor total, totaal, bedrag,
        金額, 合計, 小計, 总计`,
        { formula: 'quantity * unit_price', total: 'sum' },
      ),
      column(
        'status',
        'Status',
        'text',
        `order status, payment status, zustand, bestellstatus, statut, statut de la commande, estado del pedido, status do pedido, stato ordine, situação, 状態,
        ステータス, 状态`,
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: 'Total',
  },
  formatting: {
    header: { background: '#174ea6', color: '#ffffff' },
    banding: { first: '#ffffff', second: '#eef3fd' },
  },
  validation_rules: [
    {
      column: 'status',
      rule: { kind: 'list', values: ['Open', 'Shipped', 'Paid', 'Cancelled'], strict: false },
    },
  ],
})
