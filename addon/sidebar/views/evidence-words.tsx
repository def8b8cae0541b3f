// The sentence that states a value, with the value marked, and where it stands.
import type { FoundEvidence } from '../actions/find-evidence.ts'
import { clip } from '../words.ts'

/** Characters on each side of the value, and of the value itself: more would cover the table. */
const mostAround = 90
const mostQuoted = 240

export function EvidenceWords({ found }: { found: FoundEvidence }) {
  const { before, quote, after, source } = found
  return (
    <>
      <p dir="auto">
        {'\u201c'}
        {clip(before, mostAround)}
        <mark>{clip(quote, mostQuoted, true)}</mark>
        {clip(after, mostAround, true)}
        {'\u201d'}
      </p>
      {source !== null && (
        <small>
          <bdi>{source.label}</bdi>
          {source.line !== null && `, line ${source.line}`}
        </small>
      )}
    </>
  )
}
