// Ids of what a batch makes, derived from its operation: the same operation a second time meets them and fails.

/**
 * A positive 32-bit integer for one `thing` of an operation, the same every time. The hash is FNV-1a with the finish of
 * MurmurHash3, so that operations that differ in one character have ids far apart.
 */
export function idFor(operationId: string, thing: string): number {
  let hash = 2166136261
  for (const unit of `${operationId}/${thing}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x7fffffff || 1
}

/** The `metadataId` of the note that says that an operation is done. */
export function doneId(operationId: string): number {
  return idFor(operationId, 'done')
}
