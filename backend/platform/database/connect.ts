// Opens the pool of database connections that everything shares.
import { availableParallelism } from 'node:os'
import postgres from 'postgres'
import { createTurns } from '../turns.ts'
import { keepTexts, textsOf } from './texts.ts'

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

const openPool = (url: string, max: number) =>
  postgres(url, { max, connect_timeout: 10, onnotice: () => {}, types: { timestamp, bigint } })

/**
 * Where the database shares the machine, each query that runs takes the processor from this process too: more of them at
 * once make everything slower, streams most of all.
 */
const usualConnections = Math.min(16, Math.max(4, 2 * availableParallelism()))

type Pool = ReturnType<typeof openPool>

/** What runs inside `sql.begin(async (tx) => …)`. Stores take `Sql | Transaction`. */
export type Transaction = Parameters<Extract<Parameters<Pool['begin']>[1], (...args: never[]) => unknown>>[0]

/**
 * `url` may carry `?search_path=…` to work in another schema than `public`. Single queries share `max` connections, on
 * which they go out one behind the other; transactions have as many of their own, one each. The client would send a
 * transaction's first query behind others too, which fails when the line is full, and one that waits for a lock would
 * keep those behind it waiting.
 */
export function connect(url: string, { max = usualConnections }: { max?: number } = {}) {
  const sql = openPool(url, max)
  const transactions = openPool(url, max)
  const turns = createTurns(max)
  const endQueries = sql.end
  addresses.set(sql, url)
  return Object.assign(sql, {
    begin: <T>(work: (tx: Transaction) => T | Promise<T>) =>
      turns(() =>
        transactions.begin((tx) => {
          keepTexts(tx, textsOf(sql))
          return work(tx)
        }),
      ),
    /** Transactions that are open, and those that wait for a connection. Of single queries the client says nothing. */
    transactions: turns.use,
    async end(options?: { timeout?: number }): Promise<void> {
      await Promise.all([endQueries(options), transactions.end(options)])
    },
  })
}

export type Sql = ReturnType<typeof connect>

/**
 * A pool of its own on the same database, for work that must not wait behind that of others. The other one's end does not
 * end it.
 */
export function connectAside(sql: Sql, max: number): Sql {
  const url = addresses.get(sql)
  if (url === undefined) throw new Error('Only pools that connect() opened have a neighbour.')
  const aside = connect(url, { max })
  keepTexts(aside, textsOf(sql))
  return aside
}
