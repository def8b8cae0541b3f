// The lines of an invoice or quote, with tax and totals worked out.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { negative, shades } from './looks.ts'
import { words } from './words.ts'

export const invoiceLines = Template.parse({
  id: 'invoice_lines',
  name: 'Invoice lines',
  description: `The lines of an invoice or quote: works out net, tax and gross of each line and sums them up.`,
  version: 1,
  layout: {
    columns: [
      column(
        'position',
        'Pos.',
        'text',
        `pos, position, line, line no, line number, item no, no, #, zeile, posten, ligne, n° ligne, línea, riga,
        linha, regel, pozycja, lp, 行, 行番号, 序号, 번호, क्रम, البند`,
        { width: 80, align: 'center' },
      ),
      column(
        'code',
        'Article',
        'text',
        `article no, article number, article code, product code, item code, sku, part number, artikelnummer,
        artikel-nr, art-nr, référence, réf, code article, código, referencia, codice, codice articolo, código do
        produto, referência, artikelcode, kod, indeks, 品番, 商品コード, 产品编号, 품번, कोड, رمز الصنف`,
        { width: 100 },
      ),
      column(
        'description',
        'Description',
        'text',
        `item, item description, service, goods, product, product or service, artikel, leistung,
        artikelbezeichnung, produkt, prestation, produit, concepto, artículo, servicio, producto,
        articolo, servizio, prodotto, serviço, produto, artikelomschrijving, dienst, nazwa, usługa, 品名, 品目, 商品名,
        名称, 项目名称, 품목, वस्तु, الصنف, ${words.description}`,
        { width: 280, wrap: 'wrap', required: true },
      ),
      column('quantity', 'Quantity', 'number', `hours, std, stunden, heures, horas, ore, uren, ${words.quantity}`),
      column(
        'unit',
        'Unit',
        'text',
        `unit of measure, uom, einheit, me, unité, unidad, unidad de medida, unità, unità di misura, um, unidade,
        un, eenheid, jednostka, jm, 単位, 单位, 단위, इकाई, الوحدة`,
        { width: 80, align: 'center' },
      ),
      column(
        'unit_price',
        'Unit price',
        'currency',
        `rate, hourly rate, net price, stundensatz, tarif, tarifa, tariffa, tarief, ${words.unitPrice}`,
      ),
      column(
        'net',
        'Net',
        'currency',
        `net amount, line total, amount, subtotal, net total, total net, netto, nettobetrag, gesamtpreis, betrag,
        montant ht, total ht, montant, importe, neto, base, base imponible, imponibile, importo, totale netto,
        valor, valor líquido, subtotaal, nettobedrag, bedrag, wartość netto, kwota netto, 金額, 税抜金額, 小計, 金额, 금액,
        राशि, المبلغ`,
        { formula: 'quantity * unit_price', total: 'sum', width: 160, note: 'Quantity × unit price.' },
      ),
      column(
        'tax_rate',
        'Tax rate',
        'percent',
        `vat rate, vat %, vat percent,  vat, gst, gst %, mwst, mwst-satz, mwst %, ust-satz, steuersatz, taux
        tva, tva %, tva, tipo de iva, % iva, iva %, iva, aliquota, aliquota iva, alíquota, taxa de iva, btw %,
        btw-tarief, btw, stawka vat, 税率, 세율, कर दर, معدل الضريبة`,
        { width: 100 },
      ),
      column(
        'tax',
        'Tax',
        'currency',
        `tax amount, vat amount, sales tax, mwst-betrag, steuerbetrag, steuer, montant tva, importe iva, cuota iva,
        imposta, importo iva, imposto, valor do iva, btw-bedrag, kwota vat, 消費税, 消費税額, 税额, 세액, कर राशि, مبلغ
        الضريبة`,
        { formula: 'ROUND(net * tax_rate, 2)', total: 'sum', note: 'Net × tax rate, rounded to cents.' },
      ),
      column(
        'gross',
        'Gross',
        'currency',
        `gross amount, total, total amount, amount due, total incl vat, total including tax, brutto, bruttobetrag,
        gesamt, gesamtbetrag, montant ttc, total ttc, total con iva, importe total, totale, lordo, totale ivato,
        total com iva, valor total, totaal, brutobedrag, wartość brutto, kwota brutto, 合計, 税込金額, 含税金额, 总计, 합계,
        कुल, الإجمالي`,
        { formula: 'net + tax', total: 'sum', width: 160, note: 'Net + tax.' },
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: false,
    totals_label: 'Total',
  },
  formatting: {
    ...shades('#1f2937', '#f4f5f7', '#dfe3e8'),
    conditional_formats: [negative(['quantity', 'net', 'tax', 'gross'])],
    gridlines: false,
  },
  validation_rules: [
    {
      column: 'tax_rate',
      rule: { kind: 'number', min: 0, max: 1, strict: false, help: 'Between 0% and 100%.' },
    },
  ],
})
