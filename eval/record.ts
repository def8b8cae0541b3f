// Writes the answers of all conversations to files, in the bytes of the wire; run it after changing an answer.
import { globSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { conversations } from './conversations.ts'
import { type Api, recordedFile, toBytes } from './recorded.ts'

/** Conversations whose answers are recorded as Chat Completions too. */
export const alsoChat = (index: number): boolean => index % 6 === 0

/** Every file with the bytes it has to have. */
export function recordings(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [index, [name, { turns }]] of Object.entries(conversations).entries())
    for (const [turn, { answer }] of turns.entries())
      for (const api of ['responses', ...(alsoChat(index) ? ['chat'] : [])] as Api[])
        files.set(recordedFile(name, turn, api), toBytes(answer, api))
  return files
}

if (import.meta.main) {
  const files = recordings()
  for (const old of globSync(join(import.meta.dirname, 'recorded', '*.sse'))) if (!files.has(old)) rmSync(old)
  for (const [path, bytes] of files) writeFileSync(path, bytes)
  console.log(`${files.size} answers written`)
}
