// Reads from a refused request which of its optional parameters the server does not know.
import { type Json, list, record } from './json-values.ts'

/** What a request may leave out without becoming another request. */
const optional = [
  ...['store', 'prompt_cache_key', 'safety_identifier', 'user', 'reasoning', 'reasoning_effort', 'stream_options'],
  ...['max_output_tokens', 'max_completion_tokens', 'max_tokens', 'strict'],
]

const unknown =
  /unknown|unrecogni[sz]ed|unexpected|unsupported|only (be )?support|extra|additional propert|invalid (argument|parameter|field|value)|(not|n't) (be |currently )?(support|permit|allow|recogni[sz]|valid|accept|implement)/i

/** Whether tools of the request are marked strict. */
export const isStrict = (body: Json): boolean =>
  list(body.tools).some((tool) => {
    const made = record(tool)
    return made?.strict === true || record(made?.function)?.strict === true
  })

/** Names that are words of the language too count only where they are quoted or part of a path. */
const names = (text: string, name: string): boolean =>
  name.includes('_')
    ? new RegExp(`(?<![\\w])${name}(?![\\w])`).test(text)
    : new RegExp(
        `["'\`.\\]/]\\\\?${name}\\\\?["'\`.\\[\\]/]|(argument|parameter|property|field|supplied):? ${name}\\b`,
        'i',
      ).test(text)

/** The parameters of `body` to leave out, by what the server said (`answer`, as it came). Empty: none is to blame. */
export const rejectedParameters = (status: number | undefined, answer: string, body: Json): string[] => {
  if ((status !== 400 && status !== 422) || !unknown.test(answer)) return []
  const sent = optional.filter((name) => (name === 'strict' ? isStrict(body) : name in body))
  const named = sent.filter((name) => names(answer, name))
  if (named.length > 0) return named
  return /extra (inputs|fields)|additional propert|un(known|recogni[sz]ed|expected) (request )?(parameter|field|argument|key)/i.test(
    answer,
  )
    ? sent
    : []
}
