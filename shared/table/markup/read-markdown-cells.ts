// Cuts a line of Markdown into the cells of a pipe table, and tells where in quotes and lists it stands.

/** The line without its indent and its quote marks. */
export function stripContainer(line: string): string {
  return line.replace(/^[ \t>]+/, '')
}

/** How deep in block quotes a line stands. */
export function depthOf(line: string): number {
  const lead = /^[ \t>]*/.exec(line)![0]
  let depth = 0
  for (const char of lead) if (char === '>') depth++
  return depth
}

/** The places before a line's text, quote marks not counted. */
export function indentOf(line: string): number {
  let places = 0
  for (const char of line) {
    if (char === ' ') places++
    else if (char === '\t') places += 4
    else if (char === '>') places = 0
    else break
  }
  return places
}

/** The cells between the pipes of a line; the outer pipes are optional. */
export function splitRow(line: string): string[] {
  const inner = stripContainer(line).trimEnd()
  const from = inner.startsWith('|') ? 1 : 0
  const cells: string[] = []
  let start = from
  for (let at = from; at < inner.length; at++) {
    // A backslash takes the next character along, so that `\\|` ends a cell and `\|` does not.
    if (inner[at] === '\\' && /[!-/:-@[-`{-~]/.test(inner[at + 1] ?? '')) at++
    else if (inner[at] === '|') {
      cells.push(cellText(inner.slice(start, at)))
      start = at + 1
    }
  }
  if (start < inner.length || cells.length === 0) cells.push(cellText(inner.slice(start)))
  return cells
}

/** A cell's text: escaped pipes become pipes, `<br>` a new line; other marks stay as they are. */
export function cellText(raw: string): string {
  const text = raw.trim().replaceAll('\\|', '|')
  return text.includes('<') ? text.replace(/<br\s*\/?>/gi, '\n') : text
}
