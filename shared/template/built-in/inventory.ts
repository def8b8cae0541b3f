// What is in stock, what it is worth, and what has to be ordered.
import { Template } from '../template.ts'
import { column } from './column.ts'
import { chips, shades, tint } from './looks.ts'
import { words } from './words.ts'

export const inventory = Template.parse({
  id: 'inventory',
  name: 'Inventory',
  description: 'What is in stock and where: values the stock, and says what has to be ordered again.',
  version: 1,
  layout: {
    columns: [
      column(
        'sku',
        'SKU',
        'text',
        `item no, item number, item code, article number, product code, part number, part no, stock code, barcode,
        ean, artikelnummer, artikel-nr, référence, code article, código, referencia, clave, codice, codice
        articolo, código do produto, artikelcode, kod, indeks, 商品コード, 品番, 货号, 产品编号, 품번, कोड, رمز الصنف`,
        { width: 100, unique: true, note: 'The number that tells an item from all others.' },
      ),
      column(
        'item',
        'Item',
        'text',
        `item name, product, product name, article, name, description, artikel, produkt, artikelname,
        artikelbezeichnung, bezeichnung, material, article en stock, produit, désignation, artículo, producto,
        descripción, articolo, prodotto, descrizione, produto, material em estoque, omschrijving, nazwa, towar,
        商品名, 品名, 商品, 名称, 품목, वस्तु, الصنف`,
        { width: 220, required: true },
      ),
      column(
        'category',
        'Category',
        'text',
        `product group, warengruppe, artikelgruppe, famille, familia, famiglia, família, ${words.category}`,
        { width: 160 },
      ),
      column(
        'location',
        'Location',
        'text',
        `warehouse, bin, shelf, storage, lager, lagerort, lagerplatz, entrepôt, emplacement de stock, almacén,
        magazzino, armazém, estoque em, magazijn, magazyn, 倉庫, 保管場所, 仓库, 库位, 창고, गोदाम, المستودع,
        ${words.location}`,
        { width: 160 },
      ),
      column('supplier', 'Supplier', 'text', words.supplier, { width: 160 }),
      column(
        'quantity',
        'On hand',
        'number',
        `in stock, stock, stock level, quantity on hand, qty on hand, current stock, quantity, bestand,
        lagerbestand, auf lager, en stock, quantité en stock, stock actual, existencias, giacenza, disponibilità,
        scorta, estoque, quantidade em estoque, voorraad, stan, stan magazynowy, 在庫, 在庫数, 库存, 库存数量, 재고, स्टॉक,
        المخزون, ${words.quantity}`,
        { total: 'sum' },
      ),
      column(
        'reorder_level',
        'Reorder at',
        'number',
        `reorder level, reorder point, minimum stock, min stock, minimum, min, min qty, safety stock, meldebestand,
        mindestbestand, seuil, seuil de réapprovisionnement, stock minimum, stock mínimo, punto de pedido, mínimo,
        scorta minima, punto di riordino, estoque mínimo, ponto de pedido, minimumvoorraad, minimalny stan, 発注点,
        最低在庫, 安全库存, 最低库存, 최소 재고, न्यूनतम स्टॉक, حد إعادة الطلب`,
        { note: 'When this many are left, order again.' },
      ),
      column(
        'reorder',
        'To order',
        'text',
        `order status, reorder status, reorder, stock status, bestellstatus, nachbestellen, à commander, pedir, da
        ordinare, a encomendar, bestellen, 要発注, 需补货, ${words.status}`,
        {
          formula:
            'IFS(ISBLANK(quantity), "", quantity <= 0, "Out of stock", quantity <= reorder_level, "Reorder", TRUE, "OK")',
          align: 'center',
          width: 100,
          note: 'Says when no more is left than the level at which to order again.',
        },
      ),
      column(
        'unit_cost',
        'Unit cost',
        'currency',
        `cost, cost price, purchase price, cost per unit, einkaufspreis, ek, selbstkosten, coût unitaire, prix
        d’achat, coste, costo, costo unitario, coste unitario, precio de compra, prezzo di acquisto, custo, custo
        unitário, inkoopprijs, cena zakupu, 仕入単価, 原価, 成本, 采购价, 원가, लागत, التكلفة, ${words.unitPrice}`,
      ),
      column(
        'value',
        'Stock value',
        'currency',
        `value, total value, inventory value, total cost, total, lagerwert, bestandswert, wert, valeur, valeur du
        stock, valor, valor del inventario, valor total, valore, valore magazzino, valor do estoque,
        voorraadwaarde, waarde, wartość, 在庫金額, 库存金额, 재고 금액, कुल मूल्य, قيمة المخزون`,
        { formula: 'quantity * unit_cost', total: 'sum', width: 160, note: 'On hand × unit cost.' },
      ),
      column(
        'last_counted',
        'Last counted',
        'date',
        `counted on, last count, stocktake, inventory date, last updated, gezählt am, letzte inventur,
        inventurdatum, dernier inventaire, último recuento, ultimo inventario, última contagem, laatst geteld,
        棚卸日, 盘点日期`,
        { width: 100 },
      ),
    ],
    frozen_rows: 1,
    frozen_columns: 2,
    filter: true,
    totals_label: 'Total',
    chart: { kind: 'bar', title: 'Stock by item', labels: 'item', series: ['quantity', 'reorder_level'] },
  },
  formatting: {
    ...shades('#0f5c63', '#edf6f6', '#cde6e8'),
    conditional_formats: [
      tint(['quantity'], 'AND(NOT(ISBLANK(quantity)), quantity <= 0)', 'red', { bold: true }),
      tint(['quantity'], 'AND(NOT(ISBLANK(quantity)), quantity <= reorder_level)', 'amber', { bold: true }),
      ...chips('reorder', { 'Out of stock': 'red', Reorder: 'amber', OK: 'green' }),
    ],
  },
  validation_rules: [
    { column: 'quantity', rule: { kind: 'number', min: 0, strict: false, help: 'Zero or more.' } },
    { column: 'reorder_level', rule: { kind: 'number', min: 0, strict: false, help: 'Zero or more.' } },
    { column: 'unit_cost', rule: { kind: 'number', min: 0, strict: false } },
  ],
})
