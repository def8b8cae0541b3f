// Works on a request with an Idempotency-Key once, and answers it as often as it comes.
import type { Request, Response } from 'express'
import { type ProblemCode, problems } from '../../../shared/contract/problems.ts'
import type { Done } from '../audit/record-audit.ts'
import { type KeptAnswers, keyReused } from '../idempotency/kept-answers.ts'
import { Problem } from '../problem.ts'
import type { Actor } from './actor.ts'
import type { UploadedBytes } from './body.ts'
import { hashAll, hashed } from './keyed-request.ts'
import type { Rendered } from './render.ts'

/** What a request asks for, as far as this looks into it. */
type Given = {
  params: unknown
  query: unknown
  body: unknown
  upload: UploadedBytes | undefined
  actor: unknown
  operationId: string
  req: Request
  res: Response
}

/** Of the headers that handlers set, those that a repeated answer needs too. */
const keptHeaders = ['ETag', 'Location'] as const

const replayed = { 'Idempotency-Replayed': 'true' }

function headersOf(res: Response): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const name of keptHeaders) {
    const value = res.getHeader(name)
    if (typeof value === 'string') headers[name] = value
  }
  return headers
}

/** Not the bytes that were sent: spaces and the order of known fields make no other request. */
function asText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    throw new Problem('invalid_request', 'The body is nested too deeply.')
  }
}

/** With these something was done, or is being done, under the key. */
const sayDone: ProblemCode[] = ['already_done', 'still_running', 'key_reused']

/** Whether nothing was changed, so that the key is free for another try, changed or not. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Problem && !sayDone.includes(error.code) && problems[error.code].status < 500
}

export type Work<G> = {
  work(given: G): Promise<Rendered | null>
  /**
   * The answer of a request that somebody has begun with before: of what was done, or null when it is still to be done.
   * Throws `already_done` where it can't be told any more.
   */
  answerAgain(given: G, done: Done | null): Promise<Rendered | null>
}

/**
 * Only answers of success are kept. What was refused has changed nothing, so that it may be tried again with the same
 * key; what failed may have been done, and is looked for when the same request comes again. Throws what `work`,
 * `answerAgain` and `KeptAnswers.begin` throw.
 */
export async function workOnce<G extends Given>(
  { answers, actor, key, name }: { answers: KeptAnswers; actor: Actor; key: string; name: string },
  given: G,
  { work, answerAgain }: Work<G>,
): Promise<Rendered | null> {
  const { params, query, body, upload, res } = given
  const request = [name, asText(params), asText(query), asText(body), upload?.name ?? '']
  const begun = await answers.begin(actor, { key, request, gone: () => res.destroyed })
  if ('replay' in begun) {
    const { answer, content } = begun.replay
    if (upload && !content?.equals(await hashAll(upload))) throw keyReused()
    return { ...answer, headers: { ...answer.headers, ...replayed } }
  }
  const { claim } = begun
  const file = upload && hashed(upload)
  const operationId = claim.id
  const own = { ...given, operationId, actor: { ...actor, operationId }, ...(file ? { upload: file.upload } : {}) }
  // Who could not look does not know whether something was done.
  let looks = claim.again
  try {
    const before = looks ? await answerAgain(own, await claim.done()) : null
    looks = false
    const rendered = before ?? (await work(own))
    const content = file?.digest() ?? null
    if (rendered && (!file || content)) await claim.keep({ ...rendered, headers: headersOf(res) }, content)
    else await claim.leave()
    return before ? { ...before, headers: replayed } : rendered
  } catch (error) {
    await (isRefusal(error) && !looks ? claim.release() : claim.leave())
    throw error
  }
}
