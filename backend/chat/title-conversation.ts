// Names a conversation after its first message: its first words, or what it brings along.
import type { SourceTable, SourceText } from '../extraction/engine.ts'

const longest = 60

/** At most 60 characters, cut between words. */
const shorten = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`
}

/** The first line of `message` outside its tables; without one, the title of the first table found. */
export function titleConversation(message: SourceText, found: SourceTable[]): string {
  let outside = ''
  let at = 0
  for (const table of message.tables) {
    outside += message.text.slice(at, table.start)
    at = Math.max(at, table.end)
    // The first words are enough; a long paste is not searched to its end.
    if (outside.trim() !== '') break
  }
  if (outside.trim() === '') outside += message.text.slice(at)
  const line = outside
    .split(/\r?\n/)
    .map((text) => text.replace(/^[\s#>*_|-]+|[\s*_:|.,]+$/g, ''))
    .find((text) => /[\p{L}\p{N}]/u.test(text))
  const name = line ?? found[0]?.title ?? 'Conversation'
  return shorten(name.replace(/\s+/g, ' '))
}
