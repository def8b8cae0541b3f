// @vitest-environment happy-dom
// What a reply may draw, and what it may not.
import { render } from 'preact'
import { expect, test } from 'vitest'
import { Markdown } from './markdown.tsx'

function html(text: string): string {
  const root = document.createElement('div')
  render(<Markdown text={text} caret={false} />, root)
  return root.firstElementChild?.innerHTML.replaceAll(' dir="auto"', '') ?? ''
}

test('the marks that replies use', () => {
  expect(html('**200 orders** in *one* `file`')).toBe(
    '<p><strong>200 orders</strong> in <em>one</em> <code>file</code></p>',
  )
  expect(html('# Title\ntext')).toBe('<p class="heading">Title</p><p>text</p>')
  expect(html('- one\n- two\n  - deep')).toBe('<ul><li>one</li><li><p>two</p><ul><li>deep</li></ul></li></ul>')
  expect(html('3. c\n4. d')).toBe('<ol start="3"><li>c</li><li>d</li></ol>')
  expect(html('> said')).toBe('<blockquote><p>said</p></blockquote>')
  expect(html('a\n\nb\nc')).toBe('<p>a</p><p>b<br>c</p>')
  expect(html('```\n<b>\n')).toBe('<pre>&lt;b&gt;\n</pre>')
  expect(html('| a | b |\n|---|--:|\n| 1 | x \\| y |')).toContain('<td>x | y</td>')
})

test('names and sums with signs in them stay as they are', () => {
  expect(html('unit_price_net and 2 * 3 * 4')).toBe('<p>unit_price_net and 2 * 3 * 4</p>')
  expect(html('\\*not\\*')).toBe('<p>*not*</p>')
})

test('HTML is text, scripts have no address, images are not fetched', () => {
  expect(html('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
  expect(html('[a](javascript:alert(1))')).not.toContain('<a')
  expect(html('[a](data:text/html,x)')).not.toContain('<a')
  expect(html('![x](https://evil.example/?d=1)')).toMatch(/^<p><a [^<]*>x<.a><.p>$/)
  expect(html('[ok](https://example.com)')).toBe(
    '<p><a href="https://example.com" target="_blank" rel="noopener noreferrer">ok</a></p>',
  )
})

test('hostile lengths end quickly', () => {
  const began = Date.now()
  for (const piece of ['**', '*a ', '`', '[', '> ', '- ', '|-', '_a ']) html(piece.repeat(10_000))
  html(`${' '.repeat(20)}- `.repeat(900))
  expect(Date.now() - began).toBeLessThan(4000)
})
