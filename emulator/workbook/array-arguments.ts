// Where Google asks a function of one value for each value of a range, the engine needs to be told so.

/** Functions whose every argument is one value. */
const scalar = new Set(
  `CEILING CHAR CLEAN CODE DATE DATEDIF DATEVALUE DAY DAYS EDATE EOMONTH EXACT FIND FLOOR HOUR IFS INT ISBLANK ISEMAIL
  ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISOWEEKNUM ISTEXT LEFT LEN LOWER MID MINUTE MOD MONTH
  MROUND N NOT POWER PROPER QUOTIENT REGEXEXTRACT REGEXMATCH REGEXREPLACE REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP
  SEARCH SECOND SIGN SQRT SUBSTITUTE SWITCH T TEXT TIME TIMEVALUE TRIM TRUNC UNICHAR UNICODE UPPER VALUE WEEKDAY WEEKNUM
  YEAR`.split(/\s+/),
)
/** Functions with arguments of one value and arguments of many: which are of one. */
const oneOf: Record<string, (index: number) => boolean> = {
  AVERAGEIF: (index) => index === 1,
  COUNTIF: (index) => index === 1,
  COUNTIFS: (index) => index % 2 === 1,
  HLOOKUP: (index) => index === 0,
  LOOKUP: (index) => index === 0,
  MATCH: (index) => index === 0,
  SUMIF: (index) => index === 1,
  SUMIFS: (index) => index > 0 && index % 2 === 0,
  VLOOKUP: (index) => index === 0,
  XLOOKUP: (index) => index === 0,
  XMATCH: (index) => index === 0,
}

export const isArrayContext = (name: string) => /^(?:ARRAYFORMULA|SUMPRODUCT|FILTER|SORT)$/.test(name)

/** Whether cells from one to another are named in it. */
export const holdsRange = (expression: string) =>
  expression.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '').includes(':') || /\b[HV]STACK\(/.test(expression)

/** The call made for each value of the ranges it has as arguments of one value; null where it has none. */
export function everyElement(name: string, args: string[], call: (args: string[]) => string): string | null {
  if (args.length === 1 && args[0]!.includes(':')) {
    if (name === 'ROW') return `SEQUENCE(ROWS(${args}),1,ROW(${args}))`
    if (name === 'COLUMN') return `SEQUENCE(1,COLUMNS(${args}),COLUMN(${args}))`
  }
  const isOne = scalar.has(name) ? () => true : oneOf[name]
  const ranges: string[] = []
  const each = args.map((arg, index) => {
    if (!isOne?.(index) || !holdsRange(arg)) return arg
    ranges.push(arg)
    return `each_${'abcdefghijklmnopqrstuvwxyz'[ranges.length - 1]}`
  })
  if (ranges.length === 0 || ranges.length > 26) return null
  return `MAP(${ranges},LAMBDA(${each.filter((one) => one.startsWith('each_'))},${call(each)}))`
}
