// Orders or sales, one line each, with a total per line and a totals row.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, negative, shades } from './looks.ts'
import { words } from './words.ts'

export const salesAnalysis = Template.parse({
  id: 'sales_analysis',
  name: 'Sales analysis',
  description: `Orders or sales line by line: computes the total of each line, sums them up, and checks the status.`,
  version: 2,
  layout: {
    columns: [
      column(
        'order',
        'Order',
        'text',
        `order id, order no, order number, order #, po, po number, invoice, invoice no, invoice number, bestellung,
        bestellnummer, bestell-nr, auftrag, auftragsnummer, rechnungsnummer, belegnummer, commande, n° commande,
        numéro de commande, facture, pedido, n.º pedido, número de pedido, factura, ordine, numero ordine,
        fattura, ordernummer, encomenda, zamówienie, nr zamówienia, 注文番号, 受注番号, 订单号, 주문 번호, ऑर्डर, رقم الطلب`,
        { width: 100, note: 'Number of the order or invoice.' },
      ),
      column(
        'date',
        'Date',
        'date',
        `order date, ordered, ordered on, sale date, invoice date, bestelldatum, auftragsdatum, rechnungsdatum,
        date de commande, fecha de pedido, data ordine, data do pedido, besteldatum, 注文日, 下单日期, ${words.date}`,
        { width: 100 },
      ),
      column(
        'customer',
        'Customer',
        'text',
        `customer name, client, client name, buyer, account name, sold to, kunde, kundin, kundenname, käufer,
        acheteur, cliente, nombre del cliente, nome cliente, klant, klient, 顧客, 顧客名, お客様, 客户, 고객, ग्राहक, العميل`,
        { width: 160 },
      ),
      column(
        'product',
        'Product',
        'text',
        `product name, item, item name, article, sku, description, produkt, artikel, artikelbezeichnung,
        bezeichnung, produit, désignation, producto, artículo, descripción, prodotto, articolo, descrizione,
        produto, omschrijving, 商品, 商品名, 品名, 产品, 제품, उत्पाद, المنتج`,
        { width: 220 },
      ),
      column('quantity', 'Quantity', 'number', words.quantity, { total: 'sum' }),
      column('unit_price', 'Unit price', 'currency', words.unitPrice),
      column(
        'total',
        'Total',
        'currency',
        `amount, line total, total amount, total price, sum, revenue, sales, gesamt, gesamtpreis, betrag, summe,
        umsatz, montant, total ht, total ttc, importe, total línea, importo, totale, valor total, totaal, bedrag,
        kwota, suma, 金額, 合計, 小計, 总计, 총액, कुल, الإجمالي`,
        { formula: 'quantity * unit_price', total: 'sum', width: 160, note: 'Quantity × unit price.' },
      ),
      column(
        'status',
        'Status',
        'text',
        `order status, payment status, zustand, bestellstatus, statut, statut de la commande, estado del pedido, status do pedido,
        stato ordine, situação, ステータス, 状態, 状态, 상태, स्थिति, الحالة`,
        { align: 'center', width: 100 },
      ),
      column(
        'region',
        'Region',
        'text',
        `territory, sales region, market, area, gebiet, verkaufsgebiet, vertriebsgebiet, région, secteur, región,
        zona, regione, região, regio, 地域, 地区, 지역, क्षेत्र, المنطقة`,
        { width: 160 },
      ),
      column(
        'salesperson',
        'Salesperson',
        'text',
        `sales rep, rep, seller, sold by, account manager, sales representative, verkäufer, vertriebsmitarbeiter,
        außendienst, vendeur, commercial, vendedor, comercial, agente, venditore, verkoper, handlowiec, 営業担当, 销售员,
        영업 담당, विक्रेता, البائع`,
        { width: 160 },
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: 'Total',
    chart: { kind: 'column', title: 'Sales by product', labels: 'product', series: ['total'] },
  },
  formatting: {
    ...shades('#174ea6', '#eef3fd', '#d6e3fb'),
    conditional_formats: [
      ...chips('status', { Open: 'blue', Shipped: 'amber', Paid: 'green', Cancelled: 'grey' }),
      negative(['quantity', 'total']),
    ],
  },
  validation_rules: [
    {
      column: 'status',
      rule: { kind: 'list', values: ['Open', 'Shipped', 'Paid', 'Cancelled'], strict: false },
    },
  ],
})
