// Cuts one line at every kind of mark that may stand between a name and its value.

import { isCode } from '../surroundings/read-code.ts'

export const separators = ['dots', 'arrow', 'equals', 'dash', 'colon', 'bracket', 'comma'] as const
export type Separator = (typeof separators)[number]

export type Pair = {
  indent: number
  /** The kind of list mark, empty without one. */
  mark: string
  body: string
  cuts: Partial<Record<Separator, string[]>>
}

const marked = /^(\s*)(?:([-*+•·▪◦‣○●–])|(\(?\d{1,3}[.)])|(\(?[a-z]\)))?(?:\s+|$)/
const remarks =
  /^(?:note|notes|p\.?s|tip|hint|warning|caution|important|todo|fixme|hinweis|achtung|wichtig|nota|attention|remarque|example|e\.g|q|a|question|answer|re|fwd|aw|wg|https?|error|line)$/i
const mails =
  /^(?:from|to|cc|bcc|subject|date|sent|von|an|betreff|gesendet|de|à|objet|para|asunto|fecha|da|oggetto|от|кому|тема)$/i

/** The line's parts for each separator that it holds, or null when it holds none. */
export function cutPair(line: string): Pair | null {
  const source = line.replace(/^(?:[ \t]*>)+ ?/, '').trimEnd()
  const lead = marked.exec(source)
  const mark = lead?.[2] ?? (lead?.[3] ? '1' : lead?.[4] ? 'a' : '')
  const indent = lead?.[1]?.length ?? 0
  const body = (mark === '' ? source : source.slice(lead![0].length)).trim()
  if (body === '' || body.length > 200 || /^\[[ xX]\]\s|^[|#]/.test(body)) return null
  const cuts: Pair['cuts'] = {}
  const add = (separator: Separator, parts: (string | undefined)[] | null) => {
    const texts = parts?.map((part) => plain(part ?? ''))
    if (texts && texts.length > 1 && texts.every((part) => part !== '')) cuts[separator] = texts
  }
  add('dots', split(body, /\s*(?:\.{3,}|…+|(?:\s\.){3,})\s*|\s\.\.\s/, 1))
  add('arrow', body.includes('=>') || /\w\(|;$/.test(body) ? null : split(body, /\s+(?:->|→|➔|➜|⇒)\s+/, 1))
  add('equals', isCode(body) ? null : split(body, /\s=\s/, 1))
  add('dash', /\s[-–—]\s/.test(body) ? body.split(/\s+[-–—]\s+/) : null)
  const colon = /^(\*\*|__)?([^:：]{1,60}?)\1?\s?[:：]\1?(?:\s+|(?<=：))(\S.*)$/.exec(body)
  add('colon', colon && !remarks.test(colon[2]!.trim()) && !mails.test(colon[2]!.trim()) ? [colon[2], colon[3]] : null)
  const bracket = /^([^()]{1,60}?)\s\(([^()]{1,20})\)$/.exec(body)
  add('bracket', bracket && [bracket[1], bracket[2]])
  add('comma', mark !== '' && body.includes(', ') ? body.split(', ') : null)
  return Object.keys(cuts).length > 0 ? { indent, mark, body, cuts } : null
}

function split(body: string, separator: RegExp, times: number): string[] | null {
  const parts = body.split(separator)
  return parts.length === times + 1 ? parts : null
}

function plain(part: string): string {
  const text = part.trim()
  return /^(\*\*|__)[^*_]+\1:?$/.test(text) ? text.replace(/^(\*\*|__)|(\*\*|__)(?=:?$)/g, '') : text
}
