// Reads request bodies: JSON up to a limit, or the bytes of a file as they come.
import express, { type Request, type RequestHandler } from 'express'
import { limits } from '../../../shared/contract/limits.ts'
import type { Operation } from '../../../shared/contract/operation.ts'
import type { Sizes } from '../../config/sizes.ts'
import { cleanText } from '../clean-text.ts'
import { describeBytes } from '../describe-bytes.ts'
import { Problem } from '../problem.ts'
import { doorOf } from './admit.ts'
import { checkFields, harmlessBytes } from './check-fields.ts'

/** Only an escape can bring in what `clean` takes out, so most bodies are not walked through. */
const escapes = ['\\u0000', '\\ud', '\\uD']
const suspicious = new WeakSet<object>()

/** Bodies with room for a field that is too long. */
const large = new WeakSet<object>()

const jsonParser = (limit: number, harmless: number) =>
  express.json({
    limit,
    verify: (req, _res, bytes) => {
      if (escapes.some((text) => bytes.includes(text))) suspicious.add(req)
      if (bytes.length > harmless) large.add(req)
    },
  })

type Parsers = { message: RequestHandler; plain: RequestHandler }
const parsersOf = new WeakMap<Sizes, Parsers>()

function parsersFor(sizes: Sizes): Parsers {
  const known = parsersOf.get(sizes)
  if (known) return known
  const harmless = harmlessBytes(sizes)
  const made = {
    message: jsonParser(sizes.messageBodyBytes, harmless),
    plain: jsonParser(sizes.bodyBytes, harmless),
  }
  parsersOf.set(sizes, made)
  return made
}

function clean(value: unknown, depth = 0): unknown {
  // A body of 8 MB can be millions of levels deep, which no stack survives.
  if (depth > limits.bodyDepth)
    throw new Problem('invalid_request', `The body is nested more than ${limits.bodyDepth} levels deep.`)
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), clean(item, depth + 1)]))
}

const takesMessage = (operation: Operation) => operation.problems.includes('message_too_long')

/** The middleware that parses this operation's JSON body, with the limits of the server. */
export const jsonBody = (operation: Operation): RequestHandler => {
  const message = takesMessage(operation)
  return (req, res, next) => {
    const { sizes } = doorOf(req)
    const { [message ? 'message' : 'plain']: parse } = parsersFor(sizes)
    parse(req, res, (error?: unknown) => {
      if (error) return next(toBodyProblem(error, message, sizes))
      try {
        if (suspicious.has(req)) req.body = clean(req.body)
        if (large.has(req)) checkFields(req.body, sizes, message)
      } catch (problem) {
        return next(problem)
      }
      next()
    })
  }
}

function toBodyProblem(error: unknown, message: boolean, { messageBodyBytes, bodyBytes }: Sizes): unknown {
  const type = (error as { type?: string }).type
  if (type === 'entity.too.large' && message)
    return new Problem(
      'message_too_long',
      `A message with everything in it may be ${describeBytes(messageBodyBytes)}. Upload what is larger as a file.`,
    )
  if (type === 'entity.too.large')
    return new Problem('invalid_request', `The body is larger than the ${describeBytes(bodyBytes)} that this takes.`)
  if (type === 'entity.parse.failed') return new Problem('invalid_request', 'The body is not valid JSON.')
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new Problem('invalid_request', 'The body has an encoding that this server does not read. Send UTF-8.')
  return error
}

/** The bytes of an upload: read `chunks` to the end, it throws `Problem('file_too_large')` at the limit. */
export type UploadedBytes = { name: string; chunks: AsyncIterable<Buffer> }

/** The file of a binary operation: its name from `X-File-Name` (percent-encoded), its bytes as a stream. */
export function uploadOf(req: Request, limitBytes: number): UploadedBytes {
  const tooLarge = () =>
    new Problem(
      'file_too_large',
      `A file may be ${describeBytes(limitBytes)}. Split it, or leave out what is not needed.`,
    )
  if (Number(req.get('content-length')) > limitBytes) throw tooLarge()

  async function* read() {
    let size = 0
    // Not destroyed at the limit: that would cut the connection before the person gets to see why.
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length
      if (size > limitBytes) throw tooLarge()
      yield chunk as Buffer
    }
  }
  return { name: fileName(req.get('x-file-name')), chunks: read() }
}

/**
 * Reads what is left of an upload that was refused and throws it away, so that the client gets to read the answer: one
 * that is still sending takes a closed connection for a broken network. Resolves to false when it gave up.
 */
export async function discardRest(req: Request, limitBytes: number): Promise<boolean> {
  if (req.readableEnded || req.destroyed) return true
  return await new Promise((resolve) => {
    let size = 0
    req.once('end', () => resolve(true)).once('close', () => resolve(true))
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > 4 * limitBytes) resolve(false)
    })
    // In the next turn: until then the iterator that read the first part still holds the stream.
    setImmediate(() => req.resume())
  })
}

function fileName(header: string | undefined): string {
  if (!header) throw new Problem('invalid_request', 'Send the file’s name, percent-encoded, in the header X-File-Name.')
  try {
    const name = cleanText(decodeURIComponent(header)).trim()
    if (name !== '' && name.length <= 500) return name
  } catch {
    // Falls through: a broken escape is told the same way.
  }
  throw new Problem('invalid_request', 'X-File-Name must be a percent-encoded file name of 1 to 500 characters.')
}
