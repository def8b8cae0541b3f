// Proves that HTML tables are read as a browser shows them, and that layouts, code and quoted markup are left alone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadTable, readTables } from '../read.ts'

function only(text: string): ReadTable {
  const tables = readTables(text)
  expect(tables).toHaveLength(1)
  return tables[0]!
}

const simple = '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>'

describe('spans', () => {
  it('names columns under spanning heads', () => {
    const table = only(
      '<table><tr><th rowspan=2>Region<th colspan=2>2026<th colspan=2>2027</tr><tr><th>Q1<th>Q2<th>Q1<th>Q2</tr><tr><th>N<td>1<td>2<td>3<td>4</table>',
    )
    expect(table.header).toEqual(['Region', '2026 Q1', '2026 Q2', '2027 Q1', '2027 Q2'])
    expect(table.rows).toEqual([['N', '1', '2', '3', '4']])
  })

  it('keeps a row span inside its group of rows, also one of 0', () => {
    const table = only(
      '<table><tr><th>k<th>v</tr><tbody><tr><td rowspan=0>a<td>1<tr><td>2</tbody><tbody><tr><td rowspan=9>b<td>3</tbody><tbody><tr><td>c<td>4</tbody></table>',
    )
    expect(table.rows).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['b', '3'],
      ['c', '4'],
    ])
  })

  it('leaves a place to the cell that came first', () => {
    const table = only(
      '<table><tr><th>a<th>b<th>c</tr><tr><td>1<td rowspan=2>2<td>3</tr><tr><td colspan=2>4<td>5</tr></table>',
    )
    expect(table.rows[1]?.slice(0, 2)).toEqual(['4', '2'])
  })

  it('takes a first row over the whole width for the title', () => {
    expect(
      only('<table><tr><td colspan=2>Sales 2026</td></tr><tr><td>Item<td>Qty</tr><tr><td>Pen<td>2</tr></table>'),
    ).toMatchObject({ title: 'Sales 2026', header: ['Item', 'Qty'], rows: [['Pen', '2']] })
  })
})

describe('parts', () => {
  it('puts the head first and the foot last, wherever they stand', () => {
    const table = only(
      '<table><caption>Cap &amp; x</caption><tfoot><tr><td>Total<td>3</tfoot><tbody><tr><td>a<td>1<tr><td>b<td>2</tbody><thead><tr><th>k<th>v</thead></table>',
    )
    expect(table).toMatchObject({ title: 'Cap & x', header: ['k', 'v'] })
    expect(table.rows.map((row) => row[0])).toEqual(['a', 'b', 'Total'])
  })

  it('needs no end tags and minds no capitals', () => {
    expect(only('<TABLE BORDER=1><TR><TH>A<TH>B<TR><TD>1<TD>2<TR><TD ROWSPAN=2>3<TD>4<TR><TD>5</TABLE>').rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['3', '5'],
    ])
    const open = '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>'
    const table = only(`${open}\nThe table never ended and here is prose.`)
    expect(table.end).toBe(open.length)
  })

  it('reads a bold first row as names', () => {
    expect(
      only(
        '<table><tr><td><b>Name</b></td><td style="font-weight:700">City</td></tr><tr><td>Ada</td><td>London</td></tr><tr><td>Alan</td><td>Wilmslow</td></tr></table>',
      ).header,
    ).toEqual(['Name', 'City'])
  })

  it('reads what a spreadsheet puts on the clipboard', () => {
    const table = only(
      '<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0"><colgroup><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2}">Name</td><td>Paid</td></tr><tr><td>Ada</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1234.5}">1,234.50&nbsp;€</td></tr></tbody></table>',
    )
    expect(table).toMatchObject({ header: ['Name', 'Paid'], rows: [['Ada', '1,234.50 €']] })
    expect(table.skipped).toBeUndefined()
  })
})

describe('cells', () => {
  it('hold the words a reader sees', () => {
    const table = only(
      '<table><tr><th>a</th><th>b</th></tr><tr><td> one\n  two<br>three <a href="https://x.y">link</a></td><td><p>p1</p><p>p2</p></td></tr>' +
        '<tr><td><pre>x  y\n z</pre></td><td><input value="7"> <img alt="pic"><script>no()</script></td></tr></table>',
    )
    expect(table.rows).toEqual([
      ['one two\nthree link', 'p1\np2'],
      ['x  y\n z', '7 pic'],
    ])
  })

  it('that are hidden are left out and reported', () => {
    const table = only(
      '<table><tr><th>a</th><th hidden>x</th><th>b</th></tr><tr style="display: none"><td>0</td></tr><tr><td>1</td><td>2</td></tr></table>',
    )
    expect(table).toMatchObject({ header: ['a', 'b'], rows: [['1', '2']] })
    expect(table.skipped).toHaveLength(2)
  })

  it('take in the words of a table inside, when the outer one holds data', () => {
    const table = only(
      '<table><thead><tr><th>Item</th><th>Parts</th></tr></thead><tr><td>Car</td><td><table><tr><td>Wheel</td><td>4</td></tr></table></td></tr><tr><td>Bike</td><td>none</td></tr></table>',
    )
    expect(table.rows).toEqual([
      ['Car', 'Wheel 4'],
      ['Bike', 'none'],
    ])
  })
})

describe('what is no table', () => {
  it.each([
    '<table><tr><td>x</td></tr></table>',
    '<table>\n  <tr>\n    <td>\n           hi\n    </td>\n  </tr>\n</table>\n\nokay.',
    '<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>\n</td></tr></table>',
    '<table><tr><td>Home</td><td>About</td><td>Contact</td></tr></table>',
    '<table role="presentation"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    '<table><tr><td><h1>Welcome</h1></td><td>Menu</td></tr><tr><td><h2>News</h2></td><td>x</td></tr></table>',
    '<table><tr><td><a href="x"><img src="a.png"></a> Ada</td><td><img src="b.png"> Bob</td></tr><tr><td><img src="c.png"> Cy</td><td><img src="d.png"> Di</td></tr></table>',
    `<!-- ${simple} -->`,
    `Write \`${simple}\` there.`,
    'Use the <table> element, or <table> with <tr> and <td>.',
    '```html\n<main>\n<p>Hello</p>\n<table><tr><th>a</th><th>b</th></tr></table>\n</main>\n```',
    '<table></table>',
    '<table><tr></tr></table>',
    '<script>document.write("<table><tr><td>1</td><td>2</td></tr><tr><td>1</td><td>2</td></tr></table>")</script>',
  ])('%j', (text) => expect(readTables(text)).toEqual([]))

  it('is markup in a quoted cell, which stays in the cell', () => {
    const table = only(`id,html,n\n1,"${simple}",3\n2,"x\n${simple}",4\n`)
    expect(table).toMatchObject({ format: 'csv', header: ['id', 'html', 'n'] })
    expect(table.rows.map((row) => row[1])).toEqual([simple, `x\n${simple}`])
  })

  it('is a table around tables', () => {
    const tables = readTables(
      `<table><tr><td>${simple}</td><td>x</td></tr><tr><td>y</td><td>${simple}</td></tr></table>`,
    )
    expect(tables.map((table) => table.header)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
  })
})

it('takes the heading before a table for its title', () => {
  expect(only(`<h2>Orders</h2>\n<div class="x">${simple}</div>`).title).toBe('Orders')
})

it('reads a block of markup that is all table', () => {
  expect(only(`Here:\n\`\`\`html\n${simple}\n\`\`\`\n`).header).toEqual(['a', 'b'])
})

it('gives back what was written', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab1 .,;:-<>&"\'|é東\n') })
    .map((text) =>
      text
        .replace(/\s*\n\s*/g, '\n')
        .replace(/ +/g, ' ')
        .trim(),
    )
    .map((text) => text.replace(/\n+/g, '\n'))
  const grid = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }))
    .filter((rows) => rows.every((row) => row.some((text) => text !== '')))
  fc.assert(
    fc.property(grid, fc.boolean(), (rows, closed) => {
      const lay = (row: string[], tag: string) =>
        `<tr>${row.map((text) => `<${tag}>${escaped(text).replaceAll('\n', '<br>')}${closed ? `</${tag}>` : ''}`).join('')}`
      const html = `<table>${lay(rows[0]!, 'th')}${rows
        .slice(1)
        .map((row) => lay(row, 'td'))
        .join('\n')}</table>`
      const [table, ...more] = readTables(`<p>Some words.</p>\n\n${html}\n\nThe end.`)
      expect(more).toEqual([])
      expect([table?.header, ...(table?.rows ?? [])]).toEqual(rows)
    }),
    { numRuns: 200 * Number(process.env.STRESS ?? 1) },
  )
})
