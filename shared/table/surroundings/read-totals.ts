// Recognises the rows at the end of a table that sum up the others.
import type { ReadTable } from '../read-table.ts'

const totalWord =
  /^(?:\W*)(?:(?:grand|sub|net|gross|overall|general)[\s-]?)?(?:total(?:s|e|en|en|t|er)?|totaal|sum|sums|summe|gesamt(?:summe|betrag|wert)?|insgesamt|zwischensumme|endsumme|endbetrag|suma|suma total|somme|soma|razem|итого|всего|сумма|разом|всього|toplam|celkem|összesen|yhteensä|summa|i alt|合計|总计|總計|合计|総計|合計金額|합계|총계|المجموع|الإجمالي|कुल)(?:\s+(?:général|generale|general|geral|amount|sum|due|gesamt|netto|brutto|net|gross|all|überhaupt|kokku))?\s*(?:\([^)]{0,20}\))?\s*[:：]?\W*$/iu

/** Whether a text is what the first cell of a totals row says, such as `Grand total:` or `Summe (netto)`. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 60 && totalWord.test(text.replace(/[*_]{1,2}/g, '').trim())
}

/** Indexes of the totals rows: the last row, and rows right above it that are totals too. */
export function findTotals(table: ReadTable): number[] {
  const { rows } = table
  if (rows.length < 3 || table.format === 'key-values') return []
  const totals: number[] = []
  for (let index = rows.length - 1; index >= 2 && isTotals(rows[index]!); index--) totals.unshift(index)
  return totals
}

function isTotals(row: string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  const [label = ''] = filled
  if (filled.length < 2 || !isTotalLabel(label)) return false
  return filled.slice(1).some((cell) => /\d/.test(cell))
}
