// Opens the pool of database connections that everything shares.
import postgres from 'postgres'

/** Times come back as ISO 8601 in UTC with milliseconds: columns are `timestamptz(3)`, so nothing is lost on the way. */
const timestamp = {
  to: 1184,
  from: [1114, 1184],
  serialize: (value: Date | string) => (value instanceof Date ? value.toISOString() : value),
  parse: (text: string) => new Date(text).toISOString(),
}

/** Counts and positions stay far below 2^53. */
const bigint = { to: 20, from: [20], serialize: (value: number) => String(value), parse: Number }

/** `url` may carry `?search_path=…` to work in another schema than `public`. */
export function connect(url: string, { max = 10 }: { max?: number } = {}) {
  return postgres(url, { max, connect_timeout: 10, onnotice: () => {}, types: { timestamp, bigint } })
}

export type Sql = ReturnType<typeof connect>

/** What runs inside `sql.begin(async (tx) => …)`. Stores take `Sql | Transaction`. */
export type Transaction = Parameters<Extract<Parameters<Sql['begin']>[1], (...args: never[]) => unknown>>[0]
