// The significant digits of a number: what all of its writings have in common.

/** `1480`, `1.480,00` and `0.1480` all give `148`. */
export function significant(digits: string): string {
  return digits.replace(/\D/g, '').replace(/^0+|0+$/g, '') || '0'
}

/** The significant digits of a number's value. */
export function significantOf(value: number): string {
  const text = String(Math.abs(value))
  return significant(text.replace(/e.*$/, ''))
}
