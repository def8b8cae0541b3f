// Tells whoever counts replies how long one took to its first words, and how it ended.
import type { EndState } from '../../shared/table/table.ts'
import type { ReplyWriter } from './reply-writer.ts'

export type ReplyCounts = {
  /** The first text or table came after so many seconds. */
  began(seconds: number): void
  ended(state: EndState): void
}

/** The same writer, listened to from now on. */
export function countReply({ push, end }: ReplyWriter, counts: ReplyCounts): ReplyWriter {
  const asked = performance.now()
  let began = false
  return {
    push: (event) => {
      if (!began && (event.type === 'text-delta' || event.type === 'table-start')) {
        began = true
        counts.began((performance.now() - asked) / 1000)
      }
      return push(event)
    },
    end: async (state, problem, title) => {
      await end(state, problem, title)
      counts.ended(state)
    },
  }
}
