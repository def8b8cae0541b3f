// What was spent: receipts line by line, with tax taken apart and a sum.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, negative, shades } from './looks.ts'
import { words } from './words.ts'

export const expenseReport = Template.parse({
  id: 'expense_report',
  name: 'Expense report',
  description: `Receipts line by line, with category, way of payment and tax, summed up and ready to hand in.`,
  version: 1,
  layout: {
    columns: [
      column(
        'date',
        'Date',
        'date',
        `expense date, receipt date, date of expense, paid on, transaction date, belegdatum, ausgabedatum,
        kaufdatum, date de dépense, fecha del gasto, data spesa, data da despesa, bondatum, 利用日, 支出日, 消费日期,
        ${words.date}`,
        { width: 100 },
      ),
      column(
        'merchant',
        'Merchant',
        'text',
        `paid to, payee, shop, store, where, händler, empfänger, zahlungsempfänger, geschäft, commerçant, marchand,
        bénéficiaire, comercio, tienda, beneficiario, esercente, negozio, estabelecimento, loja, winkel,
        begunstigde, sklep, 支払先, 店名, 店舗, 商家, 가맹점, दुकान, التاجر, ${words.supplier}`,
        { width: 160 },
      ),
      column(
        'description',
        'Description',
        'text',
        `expense, what, purpose, reason, details, item, ausgabe, zweck, verwendungszweck, buchungstext, dépense,
        objet, motif, libellé, gasto, concepto, motivo, spesa, causale, despesa, finalidade, uitgave, wydatek,
        cel, 用途, 用途・内容, 摘要・内容, 项目, 용도, ${words.description}`,
        { width: 220, wrap: 'wrap' },
      ),
      column(
        'category',
        'Category',
        'text',
        `expense type, expense category, type, kostenart, ausgabenart, type de dépense, nature, tipo de gasto,
        tipo, tipo di spesa, tipo de despesa, kostensoort, rodzaj, 費目, 勘定科目, 费用类别, ${words.category}`,
        { width: 160, align: 'center' },
      ),
      column(
        'payment_method',
        'Paid with',
        'text',
        `payment method, method of payment, payment type, paid by, payment, zahlungsart, bezahlt mit,
        zahlungsmittel, mode de paiement, moyen de paiement, forma de pago, método de pago, metodo di pagamento,
        forma de pagamento, betaalwijze, sposób płatności, 支払方法, 付款方式, 결제 수단, भुगतान विधि, طريقة الدفع`,
        { width: 160 },
      ),
      column(
        'amount',
        'Amount',
        'currency',
        `expense amount, cost, total, total amount, gross, gross amount, price, betrag, kosten, summe,
        bruttobetrag, gesamtbetrag, montant, montant ttc, coût, total ttc, importe, coste, costo, monto, importo,
        spesa totale, valor, custo, montante, bedrag, kwota, belopp, 金額, 合計, 支払金額, 金额, 금액, राशि, المبلغ`,
        { total: 'sum', width: 160 },
      ),
      column(
        'tax',
        'Tax included',
        'currency',
        `tax, vat, sales tax, vat amount, tax amount, gst, mwst, mehrwertsteuer, umsatzsteuer, ust, steuer, tva,
        montant tva, iva, impuesto, imposta, imposto, btw, podatek, moms, 消費税, 税額, 税额, 세금, कर, الضريبة`,
        { total: 'sum', note: 'Tax that the amount contains.' },
      ),
      column(
        'net',
        'Net amount',
        'currency',
        `net, amount before tax, before tax, excluding tax, netto, nettobetrag, ohne steuer, hors taxe, montant ht,
        total ht, neto, importe neto, base imponible, imponibile, importo netto, valor líquido, 税抜金額, 不含税金额, صافي
        المبلغ`,
        { formula: 'amount - tax', total: 'sum', note: 'Amount − tax included.' },
      ),
      column(
        'billable',
        'Billable',
        'boolean',
        `reimbursable, billable to client, rebillable, weiterberechenbar, erstattungsfähig, refacturable,
        remboursable, facturable, reembolsable, rimborsabile, fatturabile, reembolsável, declarabel`,
        { width: 100 },
      ),
      column('notes', 'Notes', 'text', words.notes, { width: 220, wrap: 'wrap' }),
    ],
    frozen_rows: 1,
    frozen_columns: 0,
    filter: true,
    totals_label: 'Total',
    sort: [{ column: 'date' }],
    chart: { kind: 'pie', title: 'Expenses by category', labels: 'category', series: ['amount'] },
  },
  formatting: {
    ...shades('#9a3412', '#fdf4ee', '#fadfce'),
    conditional_formats: [
      negative(['amount', 'tax', 'net']),
      ...chips('category', { Travel: 'blue', Meals: 'amber', Lodging: 'purple', Transport: 'green' }),
    ],
  },
  validation_rules: [
    {
      column: 'category',
      rule: {
        kind: 'list',
        values: ['Travel', 'Transport', 'Lodging', 'Meals', 'Office', 'Software', 'Training', 'Other'],
        strict: false,
      },
    },
    {
      column: 'payment_method',
      rule: { kind: 'list', values: ['Company card', 'Own card', 'Cash', 'Bank transfer'], strict: false },
    },
    { column: 'billable', rule: { kind: 'checkbox' } },
    {
      column: 'tax',
      rule: { kind: 'formula', formula: 'ABS(tax) <= ABS(amount)', strict: false, help: 'Not more than the amount.' },
    },
  ],
})
