// Tells a header row from a row of data.

const dataLike = /^[-+]?[\d.,\s%€$£¥]+$|^\S+@\S+\.\S+$|^https?:\/\//i

/**
 * Whether the first row of a range names the columns: text only, mostly filled, each name once, none of them a number,
 * an e-mail address or a link. `values` are as `getValues` gives them; with no row below there is no header.
 */
export function looksLikeHeader(values: unknown[][]): boolean {
  const [first = [], ...below] = values
  if (below.length === 0) return false
  const names = first.filter((value) => value !== '')
  if (names.length === 0 || names.length < first.length / 2) return false
  const texts = names.map((name) =>
    typeof name === 'string' && !dataLike.test(name.trim()) ? name.trim().toLowerCase() : '',
  )
  return texts.every((text) => text !== '' && text.length <= 100) && new Set(texts).size === texts.length
}
