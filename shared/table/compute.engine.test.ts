// Row expressions give what a spreadsheet engine gives for the formulas they are rendered to.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putCell } from '../../emulator/workbook/cells.ts'
import { computedValue } from '../../emulator/workbook/formula-engine.ts'
import { newWorkbook } from '../../emulator/workbook/workbook.ts'
import { expressionEvaluator, formulaRenderer } from './compute.ts'
import type { Cell } from './table.ts'

const letters = { n: 'A', m: 'B', s: 'C', t: 'D', b: 'E', d: 'F', e: 'G', none: 'H' }
const keys = Object.keys(letters)

const whole = fc.integer({ min: -12, max: 400 })
const decimal = fc.integer({ min: -40_000, max: 40_000 }).map((value) => value / 100)
const words = fc.constantFrom(
  'abc',
  'Ada Lovelace',
  '12',
  '3.5',
  'x',
  'ABC',
  'late',
  '7%',
  ' two  words ',
  '2026-02-28',
)
const days = fc.integer({ min: 36_600, max: 54_000 })

const row = fc
  .tuple(fc.oneof(whole, decimal), fc.oneof(whole, decimal), words, words, fc.boolean(), days, days)
  .map((values): Cell[] => [...values, null])

const { number, text, truth, day } = fc.letrec<{ number: string; text: string; truth: string; day: string }>((tie) => {
  const [n, s, b, d] = [tie('number'), tie('text'), tie('truth'), tie('day')]
  const call = (name: string, ...args: fc.Arbitrary<string>[]) =>
    fc.tuple(...args).map((written) => `${name}(${written.join(', ')})`)
  const small = fc.constantFrom('0', '1', '2', '3', '-1', '-2')
  const operator = fc.constantFrom('+', '-', '*', '/')
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('n', 'm', 'none', '2', '0.5', '10', '12.5%', 's'),
      fc.tuple(n, operator, n).map(([l, o, r]) => `(${l}) ${o} (${r})`),
      n.map((inner) => `-(${inner})`),
      fc.constantFrom('n', 'm', 'n + m', 'n / 4').map((inner) => `(${inner}) ^ 2`),
      call('IF', b, n, n),
      call('IFS', b, n, b, n),
      call('IFERROR', n, n),
      fc.tuple(fc.constantFrom('ROUND', 'ROUNDUP', 'ROUNDDOWN'), n, small).map(([f, x, p]) => `${f}(${x}, ${p})`),
      fc.tuple(fc.constantFrom('INT', 'ABS'), n).map(([f, x]) => `${f}(${x})`),
      call('MOD', fc.constantFrom('n', 'm', 'd'), fc.constantFrom('3', '-4', '7', 'none')),
      call('SQRT', n),
      fc
        .tuple(
          fc.constantFrom('SUM', 'AVERAGE', 'MIN', 'MAX'),
          fc.array(fc.oneof(n, fc.constantFrom('t', 'b', 'none')), { minLength: 1, maxLength: 3 }),
        )
        .map(([f, args]) => `${f}(${args.join(', ')})`),
      call('LEN', s),
      call('FIND', fc.constantFrom('"a"', '"b"', 's'), s),
      call('SEARCH', fc.constantFrom('"A"', '"b"', '"o"'), s),
      call('VALUE', fc.constantFrom('s', 't', '"12"', '"x"')),
      fc.tuple(fc.constantFrom('YEAR', 'MONTH', 'DAY'), d).map(([f, x]) => `${f}(${x})`),
      call('WEEKDAY', d, fc.constantFrom('1', '2', '3')),
      call('DAYS', d, d),
      call('DATEDIF', d, d, fc.constantFrom('"D"', '"M"', '"Y"')),
      call('NETWORKDAYS', d, d),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('s', 't', '"x"', '"a ""b"""', 'none', 'n'),
      fc.tuple(s, s).map(([l, r]) => `(${l}) & (${r})`),
      call('CONCATENATE', s, s, s),
      fc.tuple(fc.constantFrom('UPPER', 'LOWER', 'PROPER', 'TRIM'), s).map(([f, x]) => `${f}(${x})`),
      fc
        .tuple(fc.constantFrom('LEFT', 'RIGHT'), s, fc.constantFrom('0', '1', '3', '50'))
        .map(([f, x, c]) => `${f}(${x}, ${c})`),
      call('MID', s, fc.constantFrom('1', '2', '9'), fc.constantFrom('0', '2', '20')),
      call('SUBSTITUTE', s, fc.constantFrom('"a"', '"x"', '" "'), fc.constantFrom('""', '"-"', 't')),
      call('IF', b, s, s),
      call('TEXT', d, fc.constantFrom('"yyyy-mm-dd"', '"dd.mm.yyyy"', '"yyyy"')),
      call('TEXT', fc.constantFrom('ABS(n)', 'ABS(m)'), fc.constantFrom('"0.00"', '"#,##0.00"', '"0%"')),
      // Of halves the engine takes the even neighbour, a spreadsheet the larger one.
      call('TEXT', fc.constantFrom('INT(ABS(n))', 'd'), fc.constantFrom('"0"', '"000"')),
    ),
    truth: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('b', 'TRUE', 'FALSE', 'n', 'none'),
      fc.tuple(n, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), n).map(([l, o, r]) => `(${l}) ${o} (${r})`),
      fc.tuple(s, fc.constantFrom('=', '<>'), s).map(([l, o, r]) => `(${l}) ${o} (${r})`),
      fc
        .tuple(
          fc.constantFrom('n', 's', 'b', 'none'),
          fc.constantFrom('=', '<', '>'),
          fc.constantFrom('m', 't', 'b', 'none'),
        )
        .map((parts) => parts.join(' ')),
      call('AND', b, b),
      call('OR', b, b),
      call('NOT', b),
      fc.constantFrom('n', 'none', 's').map((x) => `ISBLANK(${x})`),
      fc.constantFrom('n', 'none', 's', 'b').map((x) => `ISNUMBER(${x})`),
    ),
    day: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('d', 'e', 'd + 30'),
      call(
        'DATE',
        fc.constantFrom('2024', '2026', 'YEAR(d)'),
        fc.constantFrom('1', '2', '14', 'MONTH(d)', '-3'),
        fc.constantFrom('1', '29', '31', '0'),
      ),
      call('EDATE', d, fc.constantFrom('1', '-1', '13', '0')),
      call('EOMONTH', d, fc.constantFrom('1', '-1', '0')),
    ),
  }
})

/** What the engine shows for each formula; errors are texts that begin with `#`. */
function engineResults(cases: { expression: string; values: Cell[] }[]) {
  const book = newWorkbook({ timeZone: 'Etc/UTC' })
  const [sheet] = book.sheets
  if (!sheet) throw new Error('no sheet')
  cases.forEach(({ expression, values }, index) => {
    values.forEach((value, at) => {
      if (value !== null) putCell(book, sheet, index + 1, at + 1, { value })
    })
    putCell(book, sheet, index + 1, 10, { value: null, formula: formulaRenderer(expression)(letters, index + 1) })
  })
  return cases.map((_, index) => computedValue(book, sheet, index + 1, 10))
}

const same = (own: Cell, engine: Cell): boolean => {
  if (typeof own === 'number' && typeof engine === 'number')
    return Math.abs(own - engine) <= 1e-9 * Math.max(1, Math.abs(own), Math.abs(engine))
  // A formula that points to an empty cell shows nothing in Google Sheets.
  return own === engine || (own === null && engine === 0)
}

test('what the engine shows is what is shown here, and where it has an error there is none here', () => {
  const runs = Number(process.env.COMPUTE_RUNS ?? 600)
  const cases = fc.sample(fc.record({ expression: fc.oneof(number, text, truth, day), values: row }), {
    numRuns: runs,
    ...(process.env.COMPUTE_SEED ? { seed: Number(process.env.COMPUTE_SEED) } : {}),
  })
  const differences = engineResults(cases).flatMap((engine, index) => {
    const { expression, values } = cases[index]!
    let failed = false
    const own = expressionEvaluator(expression, undefined, () => {
      failed = true
    })(Object.fromEntries(keys.map((key, at) => [key, values[at]])))
    const engineFailed = typeof engine === 'string' && /^#[A-Z/0]+[!?A]?$/.test(engine)
    // The engine stops at the first argument that decides AND and OR; a spreadsheet works out all of them.
    const stopped = failed && /\b(?:AND|OR)\(/.test(expression)
    // Of a text that IF chooses, the engine's MAX makes nothing and its SUM an error: it is no measure there.
    if (/\b(?:MIN|MAX)\(.*\bIF(?:S|ERROR)?\(/.test(expression)) return []
    const agree = engineFailed || failed ? engineFailed === failed || stopped : same(own, engine)
    return agree ? [] : [{ expression, values, own: failed ? 'an error' : own, engine }]
  })
  expect(differences).toEqual([])
})
