// Answers writes that were done before the server stopped and whose answer is lost: by reading what they made or changed.
import type { Request, Response, Router } from 'express'
import type { Operation } from '../../../shared/contract/operation.ts'
import { operations } from '../../../shared/contract/operations.ts'
import { type OperationName, routes } from '../../../shared/contract/routes.ts'
import type { Done } from '../audit/record-audit.ts'
import { Problem } from '../problem.ts'
import type { Actor } from './actor.ts'
import { locationOf, madeAt } from './made-at.ts'

type Params = Record<string, string>

/** Reads what is at an operation's address, with nothing in its query. */
export type Reader = (req: Request, res: Response, actor: Actor, params: Params) => Promise<unknown>

const readers = new WeakMap<Router, Map<OperationName, Reader>>()

/** The reading operations of a router, which are there when it is whole. */
export function readersOf(router: Router): Map<OperationName, Reader> {
  const known = readers.get(router) ?? new Map<OperationName, Reader>()
  readers.set(router, known)
  return known
}

const paramsOf = (name: OperationName): string[] =>
  [...routes[name].path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => param)

/**
 * The operation that reads what this one answers with, and which of its ids the request of this one does not name; null
 * where there is none.
 */
export function readingOf(name: OperationName): { reading: OperationName; missing: string | null } | null {
  const { response }: Operation = operations[name]
  if (!response) return null
  const named = paramsOf(name)
  for (const reading of Object.keys(routes) as OperationName[]) {
    const other: Operation = operations[reading]
    if (routes[reading].method !== 'GET' || other.response !== response || other.stream || other.file) continue
    const missing = paramsOf(reading).filter((param) => !named.includes(param))
    if (missing.length <= 1) return { reading, missing: missing[0] ?? null }
  }
  return null
}

function placeIn(name: OperationName, given: Params, { subject }: Done) {
  const found = readingOf(name)
  if (!found) return null
  const { reading, missing } = found
  if (missing !== null) return subject && { reading, params: { ...given, [missing]: subject.id } }
  // What was made may be another thing than the one that the request names.
  return !subject || Object.values(given).includes(subject.id) || paramsOf(reading).length === 0
    ? { reading, params: given }
    : null
}

/** Says what was done, and where it can be read. */
function alreadyDone(name: OperationName, given: Params, { subject }: Done): Problem {
  const place = madeAt(name)
  const location = place && subject && locationOf(place, given, subject)
  const what = subject ? ` It is about the ${subject.type} ${subject.id}.` : ''
  return new Problem(
    'already_done',
    `This was done before, but its answer got lost.${what} See what there is, and go on with a new key.`,
    location ? { headers: { Location: location } } : {},
  )
}

type Given = { req: Request; res: Response; actor: Actor; params: Params }

async function readValue(router: Router, name: OperationName, given: Given, done: Done): Promise<unknown> {
  const { response }: Operation = operations[name]
  if (!response) return undefined
  const { req, res, actor, params } = given
  const place = placeIn(name, params, done)
  const read = place && readersOf(router).get(place.reading)
  if (!read) throw alreadyDone(name, params, done)
  return await read(req, res, actor, place.params)
}

/**
 * What the operation answers now that it is known to be done, or that it was begun before; null when it is still to be
 * done. `again` is the operation's own way, for one whose answer is not just something that can be read. Throws
 * `already_done` where the answer can't be told any more.
 */
export async function answerAgain(
  router: Router,
  name: OperationName,
  given: Given,
  done: Done | null,
  again?: (done: Done | null) => Promise<{ value: unknown } | null>,
): Promise<{ value: unknown } | null> {
  try {
    if (again) return await again(done)
    return done && { value: await readValue(router, name, given, done) }
  } catch (error) {
    if (!done || !(error instanceof Problem) || error.code !== 'not_found') throw error
    throw alreadyDone(name, given.params, done)
  }
}
