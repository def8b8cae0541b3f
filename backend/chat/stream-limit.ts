// Counts the replies that each person follows on this server at once.
import { limits } from '../../shared/contract/limits.ts'
import { Problem } from '../platform/problem.ts'

export type StreamLimit = {
  /** Takes a place and returns how to give it back. Throws `Problem('too_many_streams')`. */
  enter(userId: string): () => void
}

export function createStreamLimit(most: number = limits.streamsPerUser): StreamLimit {
  const open = new Map<string, number>()
  return {
    enter(userId) {
      const count = open.get(userId) ?? 0
      if (count >= most)
        throw new Problem(
          'too_many_streams',
          `You follow ${most} replies at once, which is the most. Close other windows or wait until a reply is done.`,
          { headers: { 'Retry-After': '5' } },
        )
      open.set(userId, count + 1)
      let left = false
      return () => {
        if (left) return
        left = true
        const now = (open.get(userId) ?? 1) - 1
        if (now > 0) open.set(userId, now)
        else open.delete(userId)
      }
    },
  }
}
