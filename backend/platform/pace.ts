// Spreads work that begins at the same moment over turns of the event loop, so that other work is not held up by all of it.

/**
 * Resolves for one after the other, each in a turn of its own: what came from the network meanwhile goes between. Without a
 * crowd that is at once.
 */
export function createPace(): () => Promise<void> {
  let line = Promise.resolve()
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
  return () => {
    line = line.then(nextTurn)
    return line
  }
}
