// Entity tags for rows that can be changed: made from the time of the last change.

/** The `ETag` of a row; `updatedAt` is ISO 8601 with milliseconds. */
export const etagOf = (updatedAt: string): string => `"${Buffer.from(updatedAt).toString('base64url')}"`

/** True when there is no `If-Match` or it names the row as it is now; otherwise answer `Problem('stale')`. */
export function matchesEtag(ifMatch: string | undefined, updatedAt: string): boolean {
  return ifMatch === undefined || namesEtag(ifMatch, etagOf(updatedAt))
}

/** True when a list of tags, as in `If-Match` and `If-None-Match`, has this one in it, or is `*`. */
export function namesEtag(list: string, tag: string): boolean {
  if (list.trim() === '*') return true
  // A proxy that compresses may mark the tag as weak on its way out; it still names the same state.
  return list.split(',').some((named) => named.trim().replace(/^W\//, '') === tag)
}
