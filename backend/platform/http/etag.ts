// Entity tags for rows that can be changed: made from the time of the last change.

/** The `ETag` of a row; `updatedAt` is ISO 8601 with milliseconds. */
export const etagOf = (updatedAt: string): string => `"${Buffer.from(updatedAt).toString('base64url')}"`

/** True when there is no `If-Match` or it names the row as it is now; otherwise answer `Problem('stale')`. */
export function matchesEtag(ifMatch: string | undefined, updatedAt: string): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true
  // A proxy that compresses may mark the tag as weak on its way out; it still names the same state.
  return ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(updatedAt))
}
