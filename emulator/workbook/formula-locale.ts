// Formulas as a spreadsheet's locale writes them: `=ROUND(A1*1,5;2)` in German is `=ROUND(A1*1.5,2)` to the engine.

const token = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}$])\d+,\d+|[{};,\\]/gu

/** Whether the locale separates arguments by `;`, because its decimal sign is a comma (or the Arabic one). */
function hasSemicolons(locale: string): boolean {
  const parts = new Intl.NumberFormat(locale.replaceAll('_', '-')).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value !== '.'
}

/** Every locale takes `;` between arguments; one that separates by commas shows it as `,`. */
export function asEntered(formula: string, locale: string): string {
  return hasSemicolons(locale)
    ? formula
    : rewrite(formula, (sign, inBraces) => (sign === ';' && !inBraces ? ',' : sign))
}

/** The formula in the English writing, or null when a comma stands where this locale takes none. */
export function inEnglish(formula: string, locale: string): string | null {
  if (!hasSemicolons(locale)) return formula
  let wrong = false
  const english = rewrite(formula, (sign, inBraces) => {
    if (sign === ',') wrong = true
    if (sign === ';') return inBraces ? ';' : ','
    return sign === '\\' ? ',' : sign.replace(',', '.')
  })
  return wrong ? null : english
}

function rewrite(formula: string, change: (sign: string, inBraces: boolean) => string): string {
  let depth = 0
  return formula.replaceAll(token, (sign) => {
    if (sign === '{') depth++
    if (sign === '}') depth--
    return /^["'{}]/.test(sign) ? sign : change(sign, depth > 0)
  })
}
