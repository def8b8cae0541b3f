// Lets a request in: counts it against the limits, works out who makes it, and asks whether their key may.
import type { NextFunction, Request, Response } from 'express'
import { limits as mostOf } from '../../../shared/contract/limits.ts'
import type { Operation } from '../../../shared/contract/operation.ts'
import type { Sizes } from '../../config/sizes.ts'
import type { KeptAnswers } from '../idempotency/kept-answers.ts'
import type { Counted, RateLimits } from '../limits/rate-limits.ts'
import { Problem } from '../problem.ts'
import type { Actor, Authenticate } from './actor.ts'

/** What stands in front of every operation; without `limits` or `answers` there are none. */
export type Door = { authenticate: Authenticate; limits?: RateLimits; answers?: KeptAnswers; sizes: Sizes }

const doors = new WeakMap<Request, Door>()

/** Middleware for the whole API; nothing is checked until an operation asks. Without `sizes` those of the contract hold. */
export const standInFront = ({ sizes = mostOf, ...given }: Omit<Door, 'sizes'> & { sizes?: Sizes }) => {
  const door: Door = { ...given, sizes }
  return (req: Request, res: Response, next: NextFunction) => {
    // Whoever may read an answer may not be the next one at the same browser or proxy.
    res.setHeader('Cache-Control', 'no-store')
    doors.set(req, door)
    next()
  }
}

export function doorOf(req: Request): Door {
  const door = doors.get(req)
  if (!door) throw new Error('standInFront() is not in front of this router')
  return door
}

/** Requests that were counted, or would have been if the database had said whose they are. */
const seen = new WeakSet<Request>()

/** The headers of draft-ietf-httpapi-ratelimit-headers-10, on whatever the answer will be. */
function tellLimits(res: Response, counted: Counted[]): void {
  if (counted.length === 0) return
  res.setHeader(
    'RateLimit-Policy',
    counted.map(({ name, quota, seconds }) => `"${name}";q=${quota};w=${seconds}`).join(', '),
  )
  res.setHeader(
    'RateLimit',
    counted.map(({ name, remaining, msLeft }) => `"${name}";r=${remaining};t=${Math.ceil(msLeft / 1000)}`).join(', '),
  )
}

const whose = {
  user: 'you may make',
  key: 'this API key may make',
  address: 'may be made from one address without signing in',
} as const

function demandWithin(counted: Counted[]): void {
  const over = counted.find(({ allowed }) => !allowed)
  if (!over) return
  const wait = Math.ceil(over.msLeft / 1000)
  throw new Problem(
    'too_many_requests',
    `These are more than the ${over.quota} requests that ${whose[over.name]} in ${over.seconds} seconds. Wait ${wait} seconds and go on.`,
    { headers: { 'Retry-After': String(wait) } },
  )
}

async function countStranger({ limits }: Door, req: Request, res: Response): Promise<void> {
  if (!limits) return
  seen.add(req)
  const count = limits.countAddress(req.ip ?? '')
  const counted = count instanceof Promise ? await count : count
  tellLimits(res, counted)
  demandWithin(counted)
}

/**
 * For what is no operation of the contract, such as its description and addresses that nothing answers at: such requests
 * count like those of strangers.
 */
export const countAnybody = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
  if (!seen.has(req)) await countStranger(doorOf(req), req, res)
  next()
}

/** For what is refused before anybody was admitted, such as a broken escape in the address. Goes behind all routes. */
export const countRefused = async (error: unknown, req: Request, res: Response, next: NextFunction): Promise<void> => {
  if (!seen.has(req)) await countStranger(doorOf(req), req, res)
  next(error)
}

/** Throws `too_many_requests`. Somebody without a sign-in is only ever anybody at that address. */
export async function admitAnybody(req: Request, res: Response): Promise<undefined> {
  await countStranger(doorOf(req), req, res)
}

/**
 * Who makes the request. Throws `too_many_requests`, `unauthorized`, and `scope_missing` for a key that was not made for
 * this.
 */
export async function admitActor(req: Request, res: Response, operation: Operation): Promise<Actor> {
  const actor = await admitCaller(req, res)
  if (actor.key?.resource !== undefined)
    throw new Problem('unauthorized', `This token is for ${actor.key.resource} only. Sign in, or use an API key.`)
  demandScope(actor, operation)
  return actor
}

/** Who makes the request, whatever they may do. Throws `too_many_requests` and `unauthorized`. */
export async function admitCaller(req: Request, res: Response): Promise<Actor> {
  const door = doorOf(req)
  const token = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1]
  if (!token) {
    // Before anything else is done for them.
    await countStranger(door, req, res)
    throw new Problem('unauthorized', 'This needs a sign-in: send the access token as “Authorization: Bearer …”.')
  }
  seen.add(req)
  const actor = await door.authenticate(token).catch(async (error: unknown) => {
    // Who tries tokens out is a stranger too.
    if (error instanceof Problem && error.code === 'unauthorized') await countStranger(door, req, res)
    throw error
  })
  if (door.limits) {
    const count = door.limits.countActor(actor)
    const counted = count instanceof Promise ? await count : count
    tellLimits(res, counted)
    demandWithin(counted)
  }
  return req.ip === undefined ? actor : { ...actor, address: req.ip }
}

/** Throws `scope_missing` for a key that was not made for this. */
export function demandScope({ key }: Actor, { scope }: Operation): void {
  if (!key || (scope && key.scopes.includes(scope))) return
  throw new Problem(
    'scope_missing',
    scope
      ? `This API key is not allowed to do that: it needs the scope ${scope}. Make a key with it.`
      : 'API keys can’t do that. Sign in as a person.',
  )
}
