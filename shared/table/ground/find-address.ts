// Finds mail and web addresses as whole addresses; scheme, www and a closing slash are a matter of taste.
import { findValues } from '../infer.ts'
import type { Found } from './find-value.ts'
import type { ValueIndex } from './index-values.ts'

/** Every address of a text by its normal form. */
export function indexAddresses(index: ValueIndex, type: 'email' | 'url'): Map<string, Found[]> {
  const found = new Map<string, Found[]>()
  const { text } = index.words
  for (const { start, end } of addressesIn(text, type)) {
    const key = addressKey(text.slice(start, end), type)
    const place = { start, end, rank: 0 }
    const known = found.get(key)
    if (known) known.push(place)
    else found.set(key, [place])
  }
  return found
}

/** The normal form of an address: its host in lower case, without what nobody types. */
export function addressKey(address: string, type: 'email' | 'url'): string {
  const bare = address.trim().replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
  if (type === 'email') return bare.replace(/^mailto:/i, '').toLowerCase()
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?([^/?#]*)(.*)$/is.exec(bare) ?? []
  return host.replace(/^www\./i, '').toLowerCase() + rest.replace(/\/$/, '')
}

const patterns = {
  email: /(?<![A-Za-z\d._%+-])[A-Za-z\d][A-Za-z\d._%+-]*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]{2,}(?![A-Za-z\d-])/g,
  url: /(?<![A-Za-z\d])(?:https?|ftp):\/\/[^\s<>"“”„«»|，。、；）】」』\\^`{}]+/gi,
}

// Words that are addresses, and addresses inside of words of other scripts, brackets and markup.
function addressesIn(text: string, type: 'email' | 'url'): { start: number; end: number }[] {
  const found = findValues(text, type).map(({ start, end }) => ({ start, end }))
  for (const match of text.matchAll(patterns[type])) {
    const start = match.index
    const address = closed(match[0].replace(/[.,;:!?'’*_]+$/, ''))
    if (!found.some((known) => known.start === start && known.end === start + address.length))
      found.push({ start, end: start + address.length })
  }
  return found.sort((a, b) => a.start - b.start)
}

// A bracket that was opened before the address closes behind it.
function closed(address: string): string {
  let bare = address
  while (/[)\]]/.test(bare.at(-1)!) && !(bare.includes('(') || bare.includes('['))) bare = bare.slice(0, -1)
  const inner = bare.search(/[)\]]/)
  return inner > 0 && !/[([]/.test(bare.slice(0, inner)) ? bare.slice(0, inner) : bare
}
