// Text that a spreadsheet takes for something else after all is noticed and set right.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { openScript } from '../testing/open-script.ts'
import { previewInput, writeInput } from '../testing/write.ts'

/** Wraps every object of the spreadsheet service so that `twist` sees what `setValues` is given. */
const twisted = (twist: string, twistRich = '(value) => value') => `
  SpreadsheetApp = (function (real, twist, twistRich) {
    const inner = new WeakMap()
    const isObject = (value) => Object.prototype.toString.call(value) !== '[object Date]' && typeof value === 'object' && value !== null
    const unwrap = (value) => Array.isArray(value) ? value.map(unwrap) : isObject(value) ? inner.get(value) || value : value
    const wrap = (value) => {
      if (Array.isArray(value)) return value.map(wrap)
      if (!isObject(value)) return value
      const proxy = new Proxy({}, { get: (_, key) => {
        const member = value[key]
        if (typeof member !== 'function') return wrap(member)
        return (...args) => wrap(member.apply(value, unwrap(key === 'setValues' ? [args[0].map((row) => row.map(twist))] : key === 'setText' ? args.map(twistRich) : args)))
      } })
      inner.set(proxy, value)
      return proxy
    }
    return wrap(real)
  })(SpreadsheetApp, ${twist}, ${twistRich})`

async function writeTexts(texts: string[], prelude = '') {
  const script = await openScript({ prelude })
  const table = {
    title: 'T',
    columns: [
      { key: 'a', name: 'Text', type: 'text' as const },
      { key: 'b', name: 'Day', type: 'date' as const },
    ],
    rows: texts.map((text) => [text, text]),
  }
  const response = script.send('write', writeInput(script, previewInput(table, plainTable, { kind: 'new_sheet' })))
  const read = () =>
    script.run(
      `const range = SpreadsheetApp.getActive().getSheetByName('T').getRange('A2:B${texts.length + 1}'); return [range.getValues(), range.getFormulas()]`,
    )
  return { response, read, script }
}

const tricky = [
  '=1+1',
  "'x",
  '0042',
  '3-5',
  '+1',
  '@x',
  'TRUE',
  '1e5',
  '12:30',
  '50%',
  '€5',
  '=IMPORTXML("a")',
  'plain',
  "''",
]
const asTheyAre = [tricky.map((text) => [text, text]), tricky.map(() => ['', ''])]

test.each([
  ['as expected', ''],
  [
    'where an apostrophe is kept in text cells',
    twisted(`(value) => typeof value === 'string' && value[0] === "'" ? "'" + value : value`),
  ],
  [
    'where an apostrophe does not help against formulas',
    twisted(`(value) => typeof value === 'string' && value.slice(0, 2) === "'=" ? value.slice(1) : value`),
  ],
])('%s', async (_, prelude) => {
  const { response, read } = await writeTexts(tricky, prelude)
  expect(response).toMatchObject({ ok: true })
  expect(read()).toEqual(asTheyAre)
})

test('line ends that the sheet settles are no damage', async () => {
  const settle = `(value) => typeof value === 'string' ? value.replace(/\\r\\n?/g, '\\n') : value`
  const settling = twisted(settle, settle)
  const { response, read } = await writeTexts(['a\r\nb', 'c\rd', 'e'], settling)
  expect(response).toMatchObject({ ok: true })
  expect((read() as string[][][])[0]?.map(([text]) => text)).toEqual(['a\nb', 'c\nd', 'e'])
})

test('any text, in a text column and unread in a column of dates', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((each) => !/^\d{4}-\d{2}-\d{2}$/.test(each))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 20, maxLength: 40 }), async (texts) => {
      const { response, read } = await writeTexts(texts)
      expect(response).toMatchObject({ ok: true })
      expect(read()).toEqual([texts.map((each) => [each, each]), texts.map(() => ['', ''])])
    }),
    { numRuns: 8 },
  )
})

test('a number that the sheet changes leaves nothing behind', async () => {
  const script = await openScript({ prelude: twisted('(value) => value === 7 ? 8 : value') })
  const before = script.snapshot()
  const table = { title: 'T', columns: [{ key: 'a', name: 'N', type: 'number' as const }], rows: [[6], [7]] }
  const problem = script.refuse('write', writeInput(script, previewInput(table, plainTable, { kind: 'new_sheet' })))
  expect(problem.detail).toMatch(/^Nothing was changed\./)
  expect(script.snapshot()).toBe(before)
})
