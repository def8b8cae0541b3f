// Names a conversation after its first message: its first words, or what is made of it, or what it brings along.
import type { SourceTable, SourceText } from '../extraction/engine.ts'
import { isPlainRequest } from './plain-request.ts'

const longest = 60

/** Words that are more than this are a text to read, not a name for it. */
const longText = 280

/** At most 60 characters, cut between words. */
const shorten = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`
}

const clean = (line: string): string => line.replace(/^[\s#>*_|-]+|[\s*_:|.,]+$/g, '').replace(/\s+/g, ' ')

/** What a message says outside its tables; the first words are enough, a long paste is not searched to its end. */
function proseOf(message: SourceText): string {
  let outside = ''
  let at = 0
  for (const table of message.tables) {
    outside += message.text.slice(at, table.start)
    at = Math.max(at, table.end)
    if (outside.trim() !== '') break
  }
  return outside.trim() === '' ? outside + message.text.slice(at) : outside
}

const nameOf = (file: SourceText | undefined) => file?.label.replace(/\.[^.]{1,5}$/, '').trim() || undefined

/**
 * The title, once it is known which table the reply made first, if any. The message's first line goes first, unless it only
 * asks for a table, or the message is a long text: then what was made of it says better what it is about.
 */
export function titleConversation(
  { message, files, found }: { message: SourceText; files: SourceText[]; found: SourceTable[] },
  firstTable: string | null,
): string {
  const prose = proseOf(message)
  const lines = prose
    .slice(0, 4 * longText)
    .split(/\r?\n/)
    .map(clean)
  const spoken = lines.filter((line) => /[\p{L}\p{N}]/u.test(line))
  const said = spoken.find((line) => !isPlainRequest(line))
  const made = firstTable?.trim() || found[0]?.title.trim() || nameOf(files[0])
  const [first] = spoken
  const isText = prose.trim().length > longText || (first?.length ?? 0) > longest
  if (made && (first === undefined || first !== said || isText)) return shorten(made)
  return shorten(said ?? first ?? made ?? 'Conversation')
}
