// Counts the long answers that each person has open, over all replicas.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../platform/database/connect.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import { deleteReplica, holdStreams, type Owner, releaseStreams, renewReplica } from './stream-store.ts'

export type StreamLimit = {
  /** Takes a place and returns how to give it back. Throws `Problem('too_many_streams')`. */
  enter(owner: Owner): Promise<() => void>
  /** Gives all places back. */
  close(): Promise<void>
}

export type StreamLimitParts = {
  sql: Sql
  log: Log
  /** Places of each person. */
  most: number
  /** What a replica holds is free when it was not heard of for so long. */
  leaseMs?: number
}

/**
 * What this replica knows of a person: its own open answers, those who wait for a place, and how many the database was
 * told of; null when it is not sure what arrived there.
 */
type Person = {
  owner: Owner
  open: number
  waiting: ((entered: boolean) => void)[]
  told: number | null
  telling: boolean
}

/** A place that was left on another replica just now may not be known yet: who is refused is asked for a second time. */
const patienceMs = 250

const tooMany = (most: number) =>
  new Problem(
    'too_many_streams',
    `You follow ${most} replies at once, which is the most. Close other windows or wait until a reply is done.`,
  )

/**
 * The replica holds a lease, which it renews by itself, and the places stand beside its name: nothing is written while
 * answers go on. Those of a person who enter together ask together. While the database is away the replica counts for itself.
 */
export function createStreamLimit({ sql, log, most, leaseMs = 15_000 }: StreamLimitParts): StreamLimit {
  const replica = randomUUID()
  const people = new Map<string, Person>()
  let closed = false
  let renewedAt = Number.NEGATIVE_INFINITY

  const note = (err: unknown) => log.debug({ err }, 'the database could not be told of open replies')

  const write = async ({ owner, open, waiting }: Person): Promise<number> => {
    if (open + waiting.length > 0) return await holdStreams(sql, owner, { replica, open, more: waiting.length, most })
    await releaseStreams(sql, owner, replica)
    return 0
  }

  const admit = (person: Person, asked: number, held: number): void => {
    // Others may have left meanwhile, which makes room for more of those who asked.
    const places = Math.max(0, held - person.open)
    for (const [at, answer] of person.waiting.splice(0, asked).entries()) {
      if (at < places) person.open += 1
      answer(at < places)
    }
  }

  /** Tells the database until it knows what is so here. One statement at a time for each person. */
  const tell = async (person: Person): Promise<void> => {
    if (closed) admit(person, person.waiting.length, most)
    if (person.telling || closed) return
    person.telling = true
    await registered
    while (person.waiting.length > 0 || person.open !== person.told) {
      const asked = person.waiting.length
      try {
        person.told = await write(person)
        admit(person, asked, person.told)
      } catch (error) {
        note(error)
        person.told = null
        admit(person, person.waiting.length, most)
        // Told again with the next renewal.
        break
      }
    }
    person.telling = false
    if (person.open === 0 && person.told === 0) people.delete(person.owner.userId)
  }

  const renew = async (): Promise<void> => {
    try {
      const forgotten = await renewReplica(sql, replica, leaseMs)
      // Who came too late was taken for dead, and its places were given to others.
      const lapsed = forgotten || performance.now() - renewedAt > leaseMs
      renewedAt = performance.now()
      if (lapsed) for (const person of people.values()) person.told = null
    } catch (error) {
      note(error)
      return
    }
    for (const person of people.values()) if (person.told !== person.open) void tell(person)
  }

  const registered = renew()
  const clock = setInterval(() => void renew(), leaseMs / 3)
  clock.unref()

  const personOf = (owner: Owner): Person => {
    const known = people.get(owner.userId)
    if (known) return known
    const { workspaceId, userId } = owner
    const person = { owner: { workspaceId, userId }, open: 0, waiting: [], told: 0, telling: false }
    people.set(userId, person)
    return person
  }

  const take = (owner: Owner): Promise<boolean> =>
    new Promise((resolve) => {
      const person = personOf(owner)
      person.waiting.push(resolve)
      void tell(person)
    })

  const leave = (owner: Owner): void => {
    const person = personOf(owner)
    person.open -= 1
    void tell(person)
  }

  return {
    async enter(owner) {
      if (personOf(owner).open >= most) throw tooMany(most)
      if (!(await take(owner))) {
        await sleep(patienceMs)
        if (personOf(owner).open >= most || !(await take(owner))) throw tooMany(most)
      }
      let left = false
      return () => {
        if (left) return
        left = true
        leave(owner)
      }
    },
    async close() {
      closed = true
      clearInterval(clock)
      await registered
      await deleteReplica(sql, replica).catch(note)
    },
  }
}
