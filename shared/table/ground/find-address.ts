// Finds mail and web addresses as whole addresses; scheme, www and a closing slash are a matter of taste.
import { findValues } from '../infer.ts'
import type { Found } from './find-value.ts'
import type { ValueIndex } from './index-values.ts'

/** Every address of a text by its normal form. */
export function indexAddresses(index: ValueIndex, type: 'email' | 'url'): Map<string, Found[]> {
  const found = new Map<string, Found[]>()
  const { text } = index.words
  for (const { start, end, value } of findValues(text, type)) {
    const key = addressKey(String(value), type)
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
  const [, host = '', rest = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#]*)(.*)$/is.exec(bare) ?? []
  return host.replace(/^www\./i, '').toLowerCase() + rest.replace(/\/$/, '')
}
