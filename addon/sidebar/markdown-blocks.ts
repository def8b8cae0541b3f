// Splits a reply's Markdown into blocks: paragraphs, headings, lists, quotes, code and tables.

export type Block =
  | { kind: 'paragraph' | 'heading' | 'code'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'table'; header: string[]; rows: string[][] }
  | { kind: 'rule' }

const fence = /^ {0,3}(`{3,}|~{3,})/
const item = /^( {0,3})([-*+]|\d{1,9}[.)])( +)(?=\S)/
const rule = /^ {0,3}([-*_])( *\1){2,} *$/
const heading = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/
const dashes = /^ {0,3}\|?( *:?-+:? *\|)+( *:?-+:? *)?$/

/** Nesting ends at `depth` 0: what is deeper is text. */
export function readBlocks(text: string, depth = 6): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      at += 1
      continue
    }
    const [block, next] = readBlock(lines, at, depth)
    blocks.push(block)
    at = next
  }
  return blocks
}

function readBlock(lines: string[], at: number, depth: number): [Block, number] {
  const line = lines[at] ?? ''
  const title = heading.exec(line)
  if (title !== null) return [{ kind: 'heading', text: title[1] ?? '' }, at + 1]
  if (fence.test(line)) return readCode(lines, at)
  if (rule.test(line)) return [{ kind: 'rule' }, at + 1]
  if (isTable(lines, at)) return readTable(lines, at)
  if (depth > 0 && /^ {0,3}>/.test(line)) {
    const end = runEnd(lines, at, (own) => /^ {0,3}>/.test(own))
    const inner = lines.slice(at, end).map((own) => own.replace(/^ {0,3}> ?/, ''))
    return [{ kind: 'quote', blocks: readBlocks(inner.join('\n'), depth - 1) }, end]
  }
  if (depth > 0 && item.test(line)) return readList(lines, at, depth)
  const end = runEnd(lines, at + 1, (own, index) => own.trim() !== '' && !startsBlock(lines, index))
  const text = lines.slice(at, end).map((own) => own.trim())
  return [{ kind: 'paragraph', text: text.join('\n') }, end]
}

function startsBlock(lines: string[], at: number): boolean {
  const line = lines[at] ?? ''
  return [heading, fence, rule, item, /^ {0,3}>/].some((mark) => mark.test(line)) || isTable(lines, at)
}

function runEnd(lines: string[], from: number, goesOn: (line: string, at: number) => boolean): number {
  let end = from
  while (end < lines.length && goesOn(lines[end] ?? '', end)) end += 1
  return end
}

/** A fence that is never closed runs to the end: the reply may still be coming. */
function readCode(lines: string[], at: number): [Block, number] {
  const mark = fence.exec(lines[at] ?? '')?.[1] ?? '```'
  const end = runEnd(lines, at + 1, (line) => !line.trim().startsWith(mark))
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1]
}

function readList(lines: string[], at: number, depth: number): [Block, number] {
  const first = item.exec(lines[at] ?? '')?.[2] ?? '-'
  const ordered = /\d/.test(first)
  const items: Block[][] = []
  let next = at
  while (next < lines.length) {
    const found = item.exec(lines[next] ?? '')
    if (found === null || /\d/.test(found[2] ?? '') !== ordered || rule.test(lines[next] ?? '')) break
    const indent = found[0].length
    const inner = [(lines[next] ?? '').slice(indent)]
    next += 1
    while (next < lines.length) {
      const line = lines[next] ?? ''
      const blank = line.trim() === ''
      const deeper = /^ {2,}\S/.test(line)
      if (blank ? !/^ {2,}\S/.test(lines[next + 1] ?? '') : !deeper && startsBlock(lines, next)) break
      inner.push(line.slice(Math.min(indent, line.length - line.trimStart().length)))
      next += 1
    }
    items.push(readBlocks(inner.join('\n'), depth - 1))
    const after = runEnd(lines, next, (line) => line.trim() === '')
    if (item.test(lines[after] ?? '')) next = after
  }
  return [{ kind: 'list', ordered, start: Number.parseInt(first, 10) || 1, items }, next]
}

function isTable(lines: string[], at: number): boolean {
  return (lines[at] ?? '').includes('|') && dashes.test(lines[at + 1] ?? '')
}

function readTable(lines: string[], at: number): [Block, number] {
  const header = cellsOf(lines[at] ?? '')
  const end = runEnd(lines, at + 2, (line) => line.includes('|'))
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = cellsOf(line)
    return header.map((_, index) => cells[index] ?? '')
  })
  return [{ kind: 'table', header, rows }, end]
}

function cellsOf(line: string): string[] {
  const bare = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}
