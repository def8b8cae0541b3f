// Functions and signs that Google has and the engine lacks, written with those that it has; only where the result is the same.
import { everyElement, holdsRange, isArrayContext } from './array-arguments.ts'

type Rewrite = (args: string[]) => string | null

const operator =
  (sign: string): Rewrite =>
  (args) =>
    args.length === 2 ? `((${args[0]})${sign}(${args[1]}))` : null
const same: Rewrite = (args) => (args.length === 1 ? `(${args[0]})` : null)
/** A call in which Google lets the last argument be left out. */
const withLast =
  (name: string, last: string): Rewrite =>
  (args) =>
    args.length === 1 ? `${name}(${args[0]},${last})` : null
/** The last cell that the engine has, beyond any sheet. */
const emptyCell = 'XFD1048576'
/** Whether values come out of it that stand in no cells. */
const isCall = (value: string) =>
  /^[\p{L}][\p{L}\p{N}_.]*\(/u.test(value) && !/^(?:OFFSET|INDIRECT|INDEX)\(/i.test(value)
const isTest = (value: string) =>
  /^(?:MAP|REGEXTEST|EXACT|NOT|IS[A-Z]+)\(/i.test(value) || /[=<>]/.test(value.replace(/"(?:[^"]|"")*"|\(.*\)/g, ''))
const text = (value: string) => /^"((?:[^"]|"")*)"$/.exec(value)?.[1]

/** What cannot be said exactly stays as it is: the engine then answers `#NAME?`, never a wrong value. */
const rewrites: Record<string, Rewrite> = {
  // The engine spills every array by itself.
  ARRAYFORMULA: ([array]) => (array ? `(${array})` : null),
  ARRAY_CONSTRAIN: ([array, rows, columns]) => (columns ? `TAKE(${array},${rows},${columns})` : null),
  'AVERAGE.WEIGHTED': (args) => (args.length === 2 ? `(SUMPRODUCT(${args})/SUM(${args[1]}))` : null),
  CEILING: withLast('CEILING', '1'),
  COLUMNS: ([array = '']) => (isCall(array) ? `SUM(MAP(INDEX(${array},1,0),LAMBDA(each_a,1)))` : null),
  CONCATENATE: (args) => (args.some(holdsRange) ? `CONCAT(${args})` : null),
  COUNT: ([array = '', ...more]) =>
    isCall(array) && more.length === 0 ? `SUM(MAP(${array},LAMBDA(each_a,IF(ISNUMBER(each_a),1,0))))` : null,
  COUNTUNIQUE: ([values, ...more]) =>
    values && more.length === 0 ? `IF(COUNTA(${values})=0,0,COUNTA(UNIQUE(TOCOL(${values},1))))` : null,
  // A year before 1900 is one of the twentieth century.
  DATE: ([year = '', ...rest]) =>
    /^\d{4}$/.test(year) || rest.length !== 2 ? null : `DATE((${year})+IF((${year})<1900,1900,0),${rest})`,
  FILTER: ([array, ...conditions]) =>
    conditions.length > 0 ? `FILTER(${array},${conditions.map((one) => `(${one})`).join('*')},NA())` : null,
  FLATTEN: (args) => (args.length === 1 ? `TOCOL(${args})` : null),
  FLOOR: withLast('FLOOR', '1'),
  HYPERLINK: ([address, label]) => (address ? `(${label || address})` : null),
  IFERROR: withLast('IFERROR', emptyCell),
  IFNA: withLast('IFNA', emptyCell),
  // A picture has no value.
  IMAGE: (args) => (args.length > 0 ? '""' : null),
  // Google shows this until the other spreadsheet's owner has let this one in.
  IMPORTRANGE: () => '#REF!',
  ISEMAIL: (args) => (args.length === 1 ? `REGEXTEST(${args},"^[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}$")` : null),
  JOIN: ([delimiter = '', ...values]) => {
    if (values.length === 1 && isCall(values[0]!))
      return `MID(REDUCE("",TOCOL(${values}),LAMBDA(each_a,each_b,each_a&${delimiter}&each_b)),LEN(${delimiter})+1,50000)`
    return values.length > 0 ? `TEXTJOIN(${delimiter},FALSE,${values})` : null
  },
  REGEXMATCH: (args) => (args.length === 2 ? `REGEXTEST(${args})` : null),
  ROUND: withLast('ROUND', '0'),
  ROUNDDOWN: withLast('ROUNDDOWN', '0'),
  ROUNDUP: withLast('ROUNDUP', '0'),
  ROWS: ([array = '']) => (isCall(array) ? `SUM(MAP(INDEX(${array},0,1),LAMBDA(each_a,1)))` : null),
  SORT: sort,
  SORTN: ([array, count = '1', ties = '0', ...keys]) =>
    array && ties === '0' ? `TAKE(${keys.length > 0 ? sort([array, ...keys]) : `SORT(${array})`},${count})` : null,
  SPARKLINE: (args) => (args.length > 0 ? '""' : null),
  SPLIT: split,
  // Google counts what is true as one.
  SUMPRODUCT: (args) =>
    args.some(isTest) ? `SUMPRODUCT(${args.map((one) => (isTest(one) ? `(${one})*1` : one))})` : null,
  TEXT: ([value, format]) => {
    const pattern = format && text(format)
    // Google reads letters of date formats in either case.
    const lower = (match: string) => (match.length === 1 ? match.toLowerCase() : match)
    return pattern ? `TEXT(${value},"${pattern.replace(/AM\/PM|A\/P|\\.|""[^"]*""|[YMDHS]/g, lower)}")` : null
  },
  TEXTJOIN: ([delimiter, skip = '', ...values]) => {
    if (values.length !== 1 || !isCall(values[0]!) || !/^true$/i.test(skip)) return null
    const joined = `IF(each_a="",each_b&"",each_a&${delimiter}&each_b)`
    return `REDUCE("",TOCOL(${values}),LAMBDA(each_a,each_b,IF(each_b="",each_a,${joined})))`
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
  TO_TEXT: (args) => (args.length === 1 ? `((${args[0]})&"")` : null),
}

/** Google sorts by any number of columns, told by number or by their cells. */
function sort([array, ...keys]: string[]): string | null {
  if (keys.length === 0 || keys.length % 2 === 1) return null
  const column = (key: string) => (holdsRange(key) ? key : `INDEX(${array},0,${key})`)
  const order = (ascending: string) => `IF(${ascending},1,-1)`
  if (keys.length === 2 && !holdsRange(keys[0]!)) return `SORT(${array},${keys[0]},${order(keys[1]!)})`
  return `SORTBY(${array},${keys.map((key, index) => (index % 2 === 0 ? column(key) : order(key)))})`
}

function split([value, delimiter = '', each = 'TRUE', skip = 'TRUE']: string[]): string | null {
  const signs = text(delimiter)?.replaceAll('""', '"')
  if (!signs || !/^(true|false|0|1)$/i.test(each)) return null
  const parts = /true|1/i.test(each) ? [...signs] : [signs]
  const delimiters = parts.map((part) => `"${part.replaceAll('"', '""')}"`)
  return `MAP(TEXTSPLIT(${value},{${delimiters}},,${skip}),LAMBDA(each_a,IFERROR(VALUE(each_a),each_a)))`
}

/** Cells joined in braces; constants alone the engine takes as they are. */
function braces(inside: string): string {
  if (/^(?:"(?:[^"]|"")*"|[-+.\deE%\s,;]|true|false)*$/i.test(inside)) return `{${inside}}`
  const rows = separate(inside, ';').map((row) => {
    const cells = separate(row, ',')
    return cells.length === 1 ? cells[0]! : `HSTACK(${cells})`
  })
  return rows.length === 1 ? `(${rows[0]})` : `VSTACK(${rows})`
}

/** Functions that hand on an argument that is left empty as an empty cell. */
const handsOn = /^(?:CHOOSE|IF|IFERROR|IFNA|IFS|SWITCH)$/
const signs = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[{]|(?<![\p{L}\p{N}_.])([\p{L}][\p{L}\p{N}_.]*)\(/gu

/** The formula in functions that the engine has. */
export function withoutGoogleFunctions(formula: string): string {
  // Google does not take a space for where two ranges meet; nor does the engine take this.
  if (/\b[a-z]{1,3}\$?\d+\s+\$?[a-z]{1,3}\$?\d/i.test(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '"')))
    return '=,'
  return rewritten(withoutDoubleMinus(formula), false)
}

/** `inArray` where functions of one value are asked of each value of a range. */
function rewritten(formula: string, inArray: boolean): string {
  let result = ''
  let at = 0
  for (const match of formula.matchAll(signs)) {
    if (match.index < at || !(match[1] || match[0] === '{')) continue
    const from = match.index + match[0].length
    const end = endOf(formula, from)
    if (end < 0) break
    const inside = formula.slice(from, end)
    result += formula.slice(at, match.index)
    at = end + 1
    if (!match[1]) {
      result += braces(rewritten(inside, inArray))
      continue
    }
    const name = match[1].toUpperCase()
    const array = inArray || isArrayContext(name)
    const given = inside.trim() === '' ? [] : separate(inside, ',').map((one) => rewritten(one.trim(), array))
    const args = handsOn.test(name) ? given.map((one) => one || emptyCell) : given
    const call = (parts: string[]) => rewrites[name]?.(parts) ?? `${match[1]}(${parts})`
    result += (inArray ? everyElement(name, args, call) : null) ?? call(args)
  }
  return result + formula.slice(at)
}

/** The engine makes nothing of a second minus, nor of the minus of a range. */
function withoutDoubleMinus(formula: string): string {
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/([=(,;+*&<>{]\s*)--/g, '$11*').replace(/([=(,;+*&<>{]\s*)-(?=\$?[a-z]+\$?\d*:)/gi, '$1(-1)*'),
    )
    .join('')
}

/** Where the bracket that opens before `from` closes; -1 when it never does. */
function endOf(formula: string, from: number): number {
  let depth = 0
  for (const { 0: sign, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(){}]/g)) {
    if ((sign === ')' || sign === '}') && depth === 0) return from + index
    if (sign === '(' || sign === '{') depth += 1
    if (sign === ')' || sign === '}') depth -= 1
  }
  return -1
}

/** The parts between separators that stand in no bracket of their own. */
function separate(list: string, separator: ',' | ';'): string[] {
  const parts: string[] = []
  let [depth, start] = [0, 0]
  for (const { 0: sign, index } of list.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(){},;]/g)) {
    if (sign === separator && depth === 0) {
      parts.push(list.slice(start, index))
      start = index + 1
    }
    if (sign === '(' || sign === '{') depth += 1
    if (sign === ')' || sign === '}') depth -= 1
  }
  return [...parts, list.slice(start)]
}
