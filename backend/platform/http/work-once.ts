// Works on a request with an Idempotency-Key once, and answers it as often as it comes.
import type { Request, Response } from 'express'
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
  operationId: string
  req: Request
  res: Response
}

/** Of the headers that handlers set, those that a repeated answer needs too. */
const keptHeaders = ['ETag', 'Location'] as const

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

/**
 * Only answers of success are kept. What was refused has changed nothing, so that it may be tried again with the same
 * key; what failed may be tried again too. Throws what `work` and `KeptAnswers.begin` throw.
 */
export async function workOnce<G extends Given>(
  { answers, actor, key, name }: { answers: KeptAnswers; actor: Actor; key: string; name: string },
  given: G,
  work: (given: G) => Promise<Rendered | null>,
): Promise<Rendered | null> {
  const { params, query, body, upload, res } = given
  const request = [name, asText(params), asText(query), asText(body), upload?.name ?? '']
  const begun = await answers.begin(actor, { key, request, gone: () => res.destroyed })
  if ('replay' in begun) {
    const { answer, content } = begun.replay
    if (upload && !content?.equals(await hashAll(upload))) throw keyReused()
    return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } }
  }
  const { claim } = begun
  const file = upload && hashed(upload)
  try {
    const rendered = await work({ ...given, operationId: claim.id, ...(file ? { upload: file.upload } : {}) })
    const content = file?.digest() ?? null
    if (rendered && (!file || content)) await claim.keep({ ...rendered, headers: headersOf(res) }, content)
    else await claim.release()
    return rendered
  } catch (error) {
    await claim.release()
    throw error
  }
}
