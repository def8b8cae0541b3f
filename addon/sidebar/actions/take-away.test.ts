// The table on the clipboard: whole, in lines, and nothing in it becomes a formula where it is pasted.
import { expect, test } from 'vitest'
import { clipboardOf } from './take-away.ts'

test('texts that look like formulas keep an apostrophe; numbers and telephone numbers stay', () => {
  const columns = [{ key: 'a', name: '=A', type: 'text' as const }]
  const cells = ['=1+1', '+49 30 12', '-5', '@x', '0042', 'a\tb', 'say "x"', null, true, 1.5, '<b>']
  const { text, html } = clipboardOf(
    columns,
    cells.map((cell) => [cell]),
  )
  expect(text.split('\n')).toEqual([
    "'=A",
    "'=1+1",
    '+49 30 12',
    '-5',
    "'@x",
    '0042',
    '"a\tb"',
    '"say ""x"""',
    '',
    'TRUE',
    '1.5',
    '<b>',
  ])
  expect(html).toContain("<td>'=1+1</td>")
  expect(html).toContain('<td>&lt;b&gt;</td>')
})
