// What people paste in the tests: a messy export, a mail, a Markdown table.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The same day in the four spellings that the export mixes. */
function spellDate(day: Date, style: number): string {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
  const two = (value: number) => String(value).padStart(2, '0')
  if (style === 0) return `${year}-${two(month)}-${two(date)}`
  if (style === 1) return `${two(date)}.${two(month)}.${year}`
  if (style === 2) return `${date} ${months[month - 1]} ${year}`
  return `${two(date)}/${two(month)}/${year}`
}

export type Order = { id: string; date: string; customer: string; quantity: number; price: number }

/** Orders with ids that begin with zeros and dates over a whole year. */
export function makeOrders(count: number): Order[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(42 + index).padStart(5, '0'),
    date: new Date(Date.UTC(2026, 0, 1 + ((index * 5) % 360))).toISOString().slice(0, 10),
    customer: index % 7 === 0 ? `Müller, Söhne & Co ${index}` : `Customer ${index}`,
    quantity: 1 + (index % 9),
    price: 5 + index * 1.25,
  }))
}

/** A CSV with a title line above it, mixed dates and quoted names, as exports are. */
export function ordersCsv(orders: Order[]): string {
  const lines = orders.map((order, index) =>
    [
      order.id,
      spellDate(new Date(`${order.date}T00:00:00Z`), index % 4),
      order.customer.includes(',') ? `"${order.customer}"` : order.customer,
      order.quantity,
      order.price.toFixed(2),
    ].join(','),
  )
  return ['Orders of the year 2026', '', 'Order,Date,Customer,Quantity,Unit price', ...lines].join('\n')
}

export const markdownTable = `Here is what we agreed on:

| Task | Owner | Due | Done |
| :--- | :---: | --: | :--- |
| Book the room | Ada | 2026-03-01 | yes |
| Send the \\| agenda | Grace | 2026-03-04 | no |
| Order lunch | Alan | 2026-03-09 | no |

See you then.`

export const orderMail = `Hi team,

Ada wants two crates of apples for 12.50 € each by 3 March. Grace asked for ten boxes of pears, 4.20 € a box, by the 5th.
Order 0047 is Alan's: one pallet of plums at 310 €, due 9 March. Then Edsger, three sacks of nuts at 18 € each, by 12 March, and
finally Barbara with seven jars of honey, 6.90 € a jar, by 15 March.

Thanks, Tony`

/** Orders in prose whose values stand there in digits; the price of the last one does not. */
export const groundedMail = `Good morning,

order 0042 is for Ada: 12 crates of apples at 123.50 € each, due 2026-03-03.
Order 0043 goes to Grace, 4 boxes of pears at 512.50 € each, same address, due 2026-03-05.
Order 0047 is for Alan: 30 sacks of plums, due 2026-03-09. The price follows by phone.

Thanks, Tony`

/** What a model makes of it that writes a price nobody has said. */
export const groundedOrders = {
  title: 'Orders from a mail',
  rows_announced: 3,
  columns: [
    { name: 'Order', type: 'text', currency: null, formula: null },
    { name: 'Customer', type: 'text', currency: null, formula: null },
    { name: 'Quantity', type: 'number', currency: null, formula: null },
    { name: 'Unit price', type: 'currency', currency: 'EUR', formula: null },
  ],
  rows: [
    ['0042', 'Ada', '12', '123.50 €'],
    ['0043', 'Grace', '4', '512.50 €'],
    ['0047', 'Alan', '30', '77.70 €'],
  ],
}
