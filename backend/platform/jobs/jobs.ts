// Jobs that outlive a request: sent inside a transaction, taken up by any replica, again by another one when a process dies.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { Sql, Transaction } from '../database/connect.ts'
import { schemaOf } from '../database/schema-of.ts'
import type { Log } from '../log.ts'
import { countWaiting, type WaitingJobs } from './count-waiting.ts'

export type SendOptions = {
  /** Of the jobs of a queue with one key only one waits; a second one is not added. */
  singletonKey?: string
  startAfterSeconds?: number
  /** How long a job that fails is tried again; some ten minutes when left out. Its pauses grow up to a twentieth of that. */
  retrySeconds?: number
  /** Whose job it is: `perGroup` of the workers limits how many of one group run at once. */
  group?: string
}

export type WorkOptions = {
  /** How many jobs of the queue this process works on at once. */
  concurrency: number
  /** How many of them may be of one group. */
  perGroup?: number
}

/**
 * `signal` ends when the server closes: a handler that throws then hands its job to another process. `again` when the job was
 * begun before, and failed or lost its process.
 */
export type JobHandler<T> = (data: T, job: { id: string; signal: AbortSignal; again: boolean }) => Promise<void>

export type Jobs = {
  /** Adds a job that is there when the transaction is, and gone with it. The queue needs a worker somewhere, by `work`. */
  send(tx: Transaction | Sql, queue: string, data: object, options?: SendOptions): Promise<void>
  /** Before `start`. A handler that throws gets its job again after a while, with growing pauses. */
  work<T extends object>(queue: string, options: WorkOptions, handler: JobHandler<T>): void
  /** Before `start`. `cron` has five fields, in UTC; one replica runs it. */
  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): void
  /** Those that wait for any replica. Throws what the database throws, also as long as nobody has started. */
  countWaiting(sql: Sql): Promise<WaitingJobs[]>
  /** How many this process works on, by queue. */
  countActive(): Map<string, number>
  /** Begins soon, and at once when somebody sends: a server answers before its jobs run. */
  start(): void
  /** Running handlers get a moment to finish or to hand back. */
  close(): Promise<void>
}

export type JobsOptions = {
  /** Of the database, with `search_path` where the product's schema is another than `public`. */
  url: string
  log: Log
  /** Milliseconds until the jobs begin by themselves. */
  startAfterMs?: number
  /** How long handlers have at the close. */
  closeMs?: number
}

type Worker = { queue: string; options: WorkOptions; handler: JobHandler<object>; cron: string | null }

/** A job that takes longer is taken for dead. */
const longestSeconds = 6 * 3600
/** A process that does not say for so long that it works on a job is taken for dead. */
const heartbeatSeconds = 60

/** Jobs that are due only now, or again, are found by the clock. */
const pollSeconds = 3

const queueOptions = {
  // Makes `singletonKey` hold for jobs that wait.
  policy: 'short',
  notify: true,
  expireInSeconds: longestSeconds,
  heartbeatSeconds,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  deleteAfterSeconds: 24 * 3600,
} as const

/** Half of the pauses may be shorter by chance: so many tries last until the end. */
const retriesFor = (seconds: number) => ({
  ...{ retryLimit: 50, retryDelay: 1, retryBackoff: true },
  retryDelayMax: Math.min(3_600, Math.max(60, Math.round(seconds / 20))),
})

const databaseOf = (db: Transaction | Sql) => ({
  executeSql: async (text: string, values?: unknown[]) => ({
    rows: await db.unsafe(text, (values ?? []) as (string | number | null)[]),
  }),
})

/** The jobs have a schema of their own beside the product's, which they install and keep up by themselves. */
export function createJobs({ url, log, startAfterMs = 3_000, closeMs = 5_000 }: JobsOptions): Jobs {
  const schema = `${schemaOf(url)}_jobs`
  const workers: Worker[] = []
  const active = new Map<string, number>()
  const closing = new AbortController()
  let starting: Promise<PgBoss> | null = null
  let timer: NodeJS.Timeout | undefined

  const open = async (): Promise<PgBoss> => {
    // Loading it takes a quarter of a second that a server need not wait for.
    const { PgBoss } = await import('pg-boss')
    const boss = new PgBoss({
      connectionString: url,
      schema,
      application_name: 'tablewright jobs',
      max: 3,
      useListenNotify: true,
      superviseIntervalSeconds: 30,
      monitorIntervalSeconds: 30,
      cronMonitorIntervalSeconds: 30,
    })
    boss.on('error', (error) => log.warn({ err: error }, 'jobs: the database could not be asked'))
    boss.on('warning', ({ message }) => log.debug({ message }, 'jobs'))
    await boss.start()
    for (const { queue, cron } of workers) {
      await boss.createQueue(queue, queueOptions)
      if (cron) await boss.schedule(queue, cron, null, { tz: 'UTC' })
    }
    for (const worker of workers) await listen(boss, worker)
    return boss
  }

  /** Who is at work looks for the next job right afterwards: otherwise it would wait for the clock, though it is there. */
  const lookAgain = (boss: PgBoss, queue: string) => {
    for (const { id, name, count } of boss.getWipData()) if (name === queue && count > 0) boss.notifyWorker(id)
  }

  const listen = async (boss: PgBoss, { queue, options, handler }: Worker) => {
    const work = async ([job]: { id: string; data: object | null; signal: AbortSignal; retryCount: number }[]) => {
      if (!job) return
      const signal = AbortSignal.any([closing.signal, job.signal])
      active.set(queue, (active.get(queue) ?? 0) + 1)
      try {
        await handler(job.data ?? {}, { id: job.id, signal, again: job.retryCount > 0 })
      } catch (error) {
        if (!signal.aborted) log.error({ err: error, queue, job: job.id }, 'a job failed; it will be tried again')
        throw error
      } finally {
        active.set(queue, (active.get(queue) ?? 1) - 1)
        lookAgain(boss, queue)
      }
    }
    const { concurrency, perGroup } = options
    await boss.work(
      queue,
      {
        localConcurrency: concurrency,
        ...(perGroup === undefined ? {} : { localGroupConcurrency: perGroup }),
        includeMetadata: true,
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
      },
      work,
    )
  }

  /** Tries until the database is there: a server whose database comes later has its jobs later. */
  const begin = (): Promise<PgBoss> => {
    clearTimeout(timer)
    starting ??= open().catch(async (error: unknown) => {
      starting = null
      if (!closing.signal.aborted) {
        log.warn({ err: error }, 'jobs could not be started; that is tried again')
        timer = setTimeout(() => void begin().catch(() => {}), 5_000).unref()
      }
      throw error
    })
    return starting
  }

  return {
    send: async (tx, queue, data, { singletonKey = randomUUID(), startAfterSeconds, retrySeconds, group } = {}) => {
      const boss = await begin()
      await boss.send(queue, data, {
        db: databaseOf(tx),
        singletonKey,
        ...(startAfterSeconds === undefined ? {} : { startAfter: Math.max(0, Math.round(startAfterSeconds)) }),
        ...(retrySeconds === undefined ? {} : retriesFor(retrySeconds)),
        ...(group === undefined ? {} : { group: { id: group } }),
      })
    },
    work: (queue, options, handler) => {
      // The sender and the handler of a queue agree on its data.
      workers.push({ queue, options, handler: (data, job) => handler(data as never, job), cron: null })
    },
    schedule: (name, cron, handler) => {
      workers.push({ queue: name, options: { concurrency: 1 }, handler: (_, { signal }) => handler(signal), cron })
    },
    countWaiting: (sql) => countWaiting(sql, schema),
    countActive: () => active,
    start: () => {
      timer = setTimeout(() => void begin().catch(() => {}), startAfterMs).unref()
    },
    close: async () => {
      clearTimeout(timer)
      closing.abort(new Error('The server closes.'))
      const boss = await starting?.catch(() => null)
      if (!boss) return
      await Promise.race([
        boss.stop({ graceful: true, timeout: closeMs }),
        delay(2 * closeMs, undefined, { ref: false }),
      ])
    },
  }
}
