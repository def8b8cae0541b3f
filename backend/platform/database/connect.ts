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

const addresses = new WeakMap<object, string>()

/** `url` may carry `?search_path=…` to work in another schema than `public`. */
export function connect(url: string, { max = 10 }: { max?: number } = {}) {
  return openPool(url, max)
}

const openPool = (url: string, max: number) => {
  const sql = postgres(url, { max, connect_timeout: 10, onnotice: () => {}, types: { timestamp, bigint } })
  addresses.set(sql, url)
  return sql
}

export type Sql = ReturnType<typeof connect>

/**
 * A pool of its own on the same database, for work that must not wait behind that of others. It ends by itself: the other
 * one's end does not end it.
 */
export function connectAside(sql: Sql, max: number): Sql {
  const url = addresses.get(sql)
  if (url === undefined) throw new Error('Only pools that connect() opened have a neighbour.')
  return openPool(url, max)
}

/** What runs inside `sql.begin(async (tx) => …)`. Stores take `Sql | Transaction`. */
export type Transaction = Parameters<Extract<Parameters<Sql['begin']>[1], (...args: never[]) => unknown>>[0]
