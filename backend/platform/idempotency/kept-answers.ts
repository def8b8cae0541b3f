// Lets a request that is sent again with its Idempotency-Key have the answer of the first time, on whichever replica.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { limits } from '../../../shared/contract/limits.ts'
import { type Done, findDone } from '../audit/record-audit.ts'
import type { Sql } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'
import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'
import { createAnswerSeal, digestOf } from './seal-answer.ts'
import { stillRunning } from './still-running.ts'
import {
  type AnswerRow,
  claimAnswer,
  deleteClaim,
  deleteOldAnswers,
  type KeyPlace,
  keepAnswer,
  leaseSeconds,
  setLease,
} from './store.ts'

/** An answer as it was sent; `body` is its text, empty when it had none. */
export type Answer = { status: number; headers: Record<string, string>; body: string }

/** `request` says all that was asked for, but for the bytes of a file; `gone` says that nobody waits for the answer any more. */
export type KeyedRequest = { key: string; request: string[]; gone: () => boolean }

/** The first time: `id` is the same for whoever takes the request up again after a crash. */
export type Claim = {
  id: string
  /** Somebody has begun with it before, and how far they came is not known. */
  again: boolean
  /** What was done under this id, and committed; null when nothing was. */
  done(): Promise<Done | null>
  /** `content` is the digest of the file that came with the request. */
  keep(answer: Answer, content: Buffer | null): Promise<void>
  /** Nothing was changed: the next request with the key is a first one. */
  release(): Promise<void>
  /** Something may have been done: whoever sends the same request again takes it up. */
  leave(): Promise<void>
}

/** What the first time answered, and the digest of its file. */
export type Replay = { answer: Answer; content: Buffer | null }

export type KeptAnswers = {
  /**
   * Waits while the first is at work. Throws `key_reused` when the key came with something else, `still_running` when
   * the first takes too long, `already_done` when its answer cannot be read any more.
   */
  begin(actor: Actor, request: KeyedRequest): Promise<{ claim: Claim } | { replay: Replay }>
  /** Deletes what is too old to be asked for. */
  purge(): Promise<void>
}

/** `waitMs` is how long a second request waits for the first. */
export type KeptAnswersParts = { sql: Sql; secrets: string[]; log: Log; waitMs?: number }

/** Milliseconds between two looks at a request that is being worked on. */
const looks = [20, 40, 80, 160, 320]

export const keyReused = () =>
  new Problem(
    'key_reused',
    'The Idempotency-Key came with another request before. Send this one with a key of its own.',
  )

export function createKeptAnswers({ sql, secrets, log, waitMs = 30_000 }: KeptAnswersParts): KeptAnswers {
  const answers = createAnswerSeal(secrets)

  const replayOf = (row: AnswerRow, owner: string): Replay => {
    const body = answers.open(owner, row.body ?? Buffer.alloc(0))
    if (body !== null)
      return { answer: { status: row.status ?? 200, headers: row.headers ?? {}, body }, content: row.content }
    throw new Problem(
      'already_done',
      'This was done before, but its answer can’t be read any more: the server’s secret has changed. See what there is, and go on with a new key.',
    )
  }

  const claimOf = (
    place: KeyPlace,
    { id, again }: Pick<Claim, 'id' | 'again'>,
    owner: string,
    sealedFor: string,
  ): Claim => {
    const renewing = setInterval(
      () =>
        void setLease(sql, place, owner, leaseSeconds).catch((error) =>
          log.warn({ err: error }, 'a lease was not renewed'),
        ),
      (leaseSeconds * 1000) / 3,
    ).unref()
    const leave = async () => {
      clearInterval(renewing)
      // Without it the lease runs out.
      await setLease(sql, place, owner, 0).catch((error) => log.warn({ err: error }, 'a lease could not be ended'))
    }
    return {
      ...{ id, again, leave },
      done: () => findDone(sql, place.workspaceId, id),
      async keep(answer, content) {
        clearInterval(renewing)
        const { status, headers } = answer
        // What was done is done: who gets no second answer from here has got the first one.
        const body = answers.seal(sealedFor, answer.body)
        if (body.length > limits.keptAnswerBytes) return await leave()
        await keepAnswer(sql, place, owner, { status, headers, body, content }).catch((error) =>
          log.error({ err: error }, 'an answer could not be kept'),
        )
      },
      async release() {
        clearInterval(renewing)
        // Without it the lease runs out.
        await deleteClaim(sql, place, owner).catch((error) => log.warn({ err: error }, 'a key could not be released'))
      },
    }
  }

  return {
    async begin({ workspaceId, userId }, { key, request, gone }) {
      const place = { workspaceId, userId, digest: digestOf(workspaceId, userId, key) }
      const sealedFor = [workspaceId, userId, key].join('\n')
      const digest = digestOf(key, userId, ...request)
      const [owner, id] = [randomUUID(), randomUUID()]
      const until = performance.now() + waitMs
      for (let look = 0; ; look++) {
        const row = await claimAnswer(sql, place, { request: digest, owner, id })
        if (row?.answer) {
          if (!row.answer.request.equals(digest)) throw keyReused()
          if (row.answer.status !== null) return { replay: replayOf(row.answer, sealedFor) }
        } else if (row)
          return { claim: claimOf(place, { id: row.claimed, again: row.claimed !== id }, owner, sealedFor) }
        if (performance.now() > until || gone()) throw stillRunning()
        await delay(looks[Math.min(look, looks.length - 1)])
      }
    },
    async purge() {
      const portion = 5_000
      while ((await deleteOldAnswers(sql, portion)) === portion);
    },
  }
}
