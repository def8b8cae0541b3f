// Takes the lines of a file that tell its encoding: those with bytes beyond ASCII, from all over the file.

const sampleBytes = 65_536
const stripes = 16
const longestLine = 2_048

/** At most 64 KB of lines with bytes beyond ASCII, each ended by a line feed, which no encoding uses for anything else. */
export function telltaleLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes / 16) return bytes
  const sample = new Uint8Array(sampleBytes)
  let filled = 0
  for (let stripe = 0; stripe < stripes; stripe++) {
    const end = Math.floor((bytes.length * (stripe + 1)) / stripes)
    const limit = Math.floor((sampleBytes * (stripe + 1)) / stripes)
    let at = Math.floor((bytes.length * stripe) / stripes)
    if (stripe > 0) at = after(bytes, at, end)
    while (at < end && filled + longestLine + 1 < limit) {
      while (at < end && bytes[at]! < 0x80) at++
      if (at === end) break
      // From the line's beginning, or a little before where the line is long.
      let start = at
      while (start > 0 && at - start < 64 && bytes[start - 1] !== 0x0a) start--
      const next = after(bytes, at, Math.min(bytes.length, start + longestLine))
      sample.set(bytes.subarray(start, next), filled)
      filled += next - start
      sample[filled++] = 0x0a
      at = next
    }
  }
  return sample.subarray(0, filled)
}

function after(bytes: Uint8Array, from: number, limit: number): number {
  let at = from
  while (at < limit && bytes[at] !== 0x0a) at++
  return Math.min(at + 1, limit)
}
