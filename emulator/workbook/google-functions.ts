// Functions that Google has and the engine lacks, written with those that it has; only where the result is the same.

type Rewrite = (args: string[]) => string | null

const operator =
  (sign: string): Rewrite =>
  (args) =>
    args.length === 2 ? `((${args[0]})${sign}(${args[1]}))` : null
const same: Rewrite = (args) => (args.length === 1 ? `(${args[0]})` : null)

/** What cannot be said exactly stays as it is: the engine then answers `#NAME?`, never a wrong value. */
const rewrites: Record<string, Rewrite> = {
  // The engine spills every array by itself.
  ARRAYFORMULA: ([array]) => (array ? `(${array})` : null),
  ARRAY_CONSTRAIN: ([array, rows, columns]) => (columns ? `TAKE(${array},${rows},${columns})` : null),
  'AVERAGE.WEIGHTED': (args) => (args.length === 2 ? `(SUMPRODUCT(${args})/SUM(${args[1]}))` : null),
  FLATTEN: (args) => (args.length === 1 ? `TOCOL(${args})` : null),
  HYPERLINK: ([address, label]) => (address ? `(${label || address})` : null),
  // Google shows this until the other spreadsheet's owner has let this one in.
  IMPORTRANGE: () => '#REF!',
  JOIN: ([delimiter, ...values]) => (values.length > 0 ? `TEXTJOIN(${delimiter},FALSE,${values})` : null),
  REGEXMATCH: (args) => (args.length === 2 ? `REGEXTEST(${args})` : null),
  SORT: ([array, column, ascending, ...more]) => {
    if (more.length > 0) return `GOOGLESORT(${array})`
    return ascending ? `SORT(${array},${column},IF(${ascending},1,-1))` : null
  },
  ADD: operator('+'),
  MINUS: operator('-'),
  MULTIPLY: operator('*'),
  DIVIDE: operator('/'),
  POW: operator('^'),
  EQ: operator('='),
  NE: operator('<>'),
  GT: operator('>'),
  GTE: operator('>='),
  LT: operator('<'),
  LTE: operator('<='),
  UMINUS: (args) => (args.length === 1 ? `(-(${args[0]}))` : null),
  UNARY_PERCENT: (args) => (args.length === 1 ? `((${args[0]})/100)` : null),
  UPLUS: same,
  // These change the look of a number alone.
  TO_DATE: same,
  TO_DOLLARS: same,
  TO_PERCENT: same,
}
const known = new RegExp(
  `"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\\p{L}\\p{N}_.])(${Object.keys(rewrites).join('|').replaceAll('.', '\\.')})\\(`,
  'giu',
)

/** The formula in functions that the engine has. */
export function withoutGoogleFunctions(formula: string): string {
  let result = ''
  let at = 0
  for (const match of formula.matchAll(known)) {
    if (match.index < at || !match[1]) continue
    const call = readCall(formula, match.index + match[0].length)
    if (!call) break
    const args = call.args.map(withoutGoogleFunctions)
    const own = `${match[1]}(${args})`
    result += formula.slice(at, match.index) + (rewrites[match[1].toUpperCase()]!(args) ?? own)
    at = call.end
  }
  return result + formula.slice(at)
}

/** The arguments of a call whose bracket opens before `from`, and where it ends; null when it never does. */
function readCall(formula: string, from: number): { args: string[]; end: number } | null {
  const args: string[] = []
  let [depth, start] = [0, from]
  for (const { 0: sign, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(){},]/g)) {
    const at = from + index
    if ((sign === ',' || sign === ')') && depth === 0) {
      args.push(formula.slice(start, at).trim())
      start = at + 1
      if (sign === ')') return { args: args.length === 1 && args[0] === '' ? [] : args, end: at + 1 }
    }
    if (sign === '(' || sign === '{') depth += 1
    if (sign === ')' || sign === '}') depth -= 1
  }
  return null
}
