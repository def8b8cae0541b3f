// Makes CSV texts of any size whose columns are of the kinds that people have: ids, dates, names, amounts, notes.

const cities = ['London', 'Paris', 'Berlin', 'São Paulo', 'New York', 'Rome', 'Madrid']
const names = ['Ada', 'Alan', 'Grace', 'Joan', 'Tim', 'Vint', 'Edith', 'Mary']

/** A text of `rows` records under a header; with `quoted`, every third note holds a comma, quotes and is quoted. */
export function makeCsv(rows: number, quoted: boolean): string {
  let seed = 12345
  const draw = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % below
  }
  const two = (value: number) => String(value).padStart(2, '0')
  const lines = ['id,date,customer,city,amount,qty,paid,email,note']
  for (let index = 0; index < rows; index++) {
    const note = quoted && index % 3 === 0 ? `"said ""hi"", twice ${draw(999)}"` : `plain note number ${draw(99_999)}`
    lines.push(
      `${100_000 + index},2026-${two(1 + draw(12))}-${two(1 + draw(28))},${names[draw(8)]} ${names[draw(8)]}son,` +
        `${cities[draw(7)]},${draw(100_000) / 100},${draw(50)},${draw(2) ? 'true' : 'false'},user${draw(10_000)}@example.com,${note}`,
    )
  }
  return `${lines.join('\n')}\n`
}
