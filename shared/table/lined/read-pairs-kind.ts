// Says of a short text what kind of value it is, so that the values of a list can be compared.
import { readCell } from '../parse/parse-cell.ts'

export type ValueKind = 'amount' | 'date' | 'time' | 'flag' | 'link' | 'text'

const measured =
  /^[~≈<>±]?\s?[-+−]?\d[\d.,'’\s]*(?:\s?(?:[x×]|[a-zµ°²³%‰$€£¥]{1,4}(?:\/[a-zµ²³]{1,6})?(?:\s?±\s?[\d.,]+)?|pcs\.?|stk\.?|stück|pieces?|units?|items?|people|persons?|hours?|hrs?|days?|weeks?|months?|years?|mins?|minutes?|points?|pts?|times|tage?|stunden?|personen|jours?|heures?|horas?|días?|pièces?|шт\.?|руб\.?|лет|個|人|円|元|개|명|원))?(?:\s?\(.{1,40}\))?$/iu

/** The kind of a value; amounts are numbers, money, shares and measures alike. */
export function kindOf(text: string): ValueKind {
  const bare = text.replace(/^(\*\*|__|`)(.*)\1$/, '$2').trim()
  if (bare.length > 60) return 'text'
  const type = readCell(bare, {})?.type
  switch (type) {
    case 'number':
    case 'currency':
    case 'percent':
      return 'amount'
    case 'date':
    case 'datetime':
      return 'date'
    case 'time':
      return 'time'
    case 'boolean':
      return 'flag'
    case 'email':
    case 'url':
      return 'link'
  }
  if (/^\d{1,2}(?::\d\d|(?:[:.]\d\d)?\s?[ap]m|\s?(?:h|uhr))$/i.test(bare)) return 'time'
  return measured.test(bare) && !/^\d[\d\s./-]*$/.test(bare) ? 'amount' : 'text'
}
