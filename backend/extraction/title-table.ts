// Chooses a title for a table that was found: the line above it, the file's name, or its first columns.
import type { ReadTable } from '../../shared/table/read-table.ts'

const longest = 80

const shorten = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`
}

/** A file's name without its folder and extension, as words. */
export const fileTitle = (name: string): string => {
  const base = name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '')
  return shorten(base.replace(/[_]+/g, ' ').trim()) || 'Table'
}

// "Please turn this into a table" above a table is an order to us, not its name.
const request =
  /^(please|can you|could you|would you|turn|put|make|create|convert|extract|add|import|format|clean|sort)\b/i

/** The last line before the table, if it reads like a title and stands next to it. */
const lineAbove = (text: string, start: number): string | null => {
  const before = text.slice(Math.max(0, start - 400), start).replace(/[ \t]*$/, '')
  const lines = before.split(/\r?\n/)
  if (lines.at(-1)?.trim() === '') lines.pop()
  if (lines.at(-1)?.trim() === '') lines.pop()
  const line = lines
    .at(-1)
    ?.replace(/^[\s#>*_=-]+|[\s*_:=-]+$/g, '')
    .trim()
  if (!line || line.length > longest || request.test(line) || /[.!?]$/.test(line)) return null
  return line
}

/** `fallback` is the title when neither the table nor the line above it has one. */
export const titleTable = (read: ReadTable, text: string, fallback: string | null): string => {
  const own = read.title?.trim()
  if (own && !request.test(own)) return shorten(own)
  const above = lineAbove(text, read.start)
  if (above) return above
  if (fallback) return fallback
  const names = (read.header ?? []).map((name) => name.trim()).filter((name) => name !== '')
  return names.length > 0 ? shorten(names.slice(0, 3).join(', ')) : 'Table'
}
