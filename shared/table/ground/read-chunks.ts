// Cuts a text into stretches that are read for values one by one, when a value may stand there.

export type Chunks = { starts: number[]; text: string }

const longest = 600

/** Cuts at line ends, and long lines where no value can go on. */
export function cutChunks(text: string): Chunks {
  const starts: number[] = [0]
  const line = /\r\n|[\n\r\u2028\u2029\v\f]/g
  let from = 0
  for (let match = line.exec(text); ; match = line.exec(text)) {
    const end = match ? match.index : text.length
    cutLong(text, from, end, starts)
    if (!match) break
    from = match.index + match[0].length
    starts.push(from)
  }
  return { starts, text }
}

// A sentence end first of all, then a space far from digits, then any space.
function cutLong(text: string, from: number, end: number, starts: number[]): void {
  let start = from
  while (end - start > longest) {
    const part = text.slice(start + 200, start + longest)
    let cut = -1
    for (const mark of [/[\p{L}\p{M})"”][.!?](?=\s+\p{Lu})|[。！？]/gu, /(?<![\d.,:]\D{0,12})\s(?=\D{12})/g, /\s/g]) {
      for (const match of part.matchAll(mark)) cut = match.index + match[0].length
      if (cut >= 0) break
    }
    start += 200 + (cut < 0 ? part.length : cut)
    starts.push(start)
  }
}

/** The number of the chunk that holds an offset. */
export function chunkAt(chunks: Chunks, offset: number): number {
  let low = 0
  let high = chunks.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (chunks.starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Where a chunk ends. */
export function chunkEnd(chunks: Chunks, chunk: number): number {
  return chunks.starts[chunk + 1] ?? chunks.text.length
}
