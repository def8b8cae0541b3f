// What Node says of its process: processor, memory, event loop, garbage collection.
import type { Registry } from '@prometheus-io/client'

let watching: Promise<Registry> | undefined

async function watch(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('@prometheus-io/client')
  const register = new Registry()
  collectDefaultMetrics({ register })
  return register
}

/**
 * Of the process, however many servers run in it: what watches for this cannot be taken away again. It begins when
 * somebody asks for the first time.
 */
export const nodeMetrics = (): Promise<Registry> => {
  watching ??= watch()
  return watching
}
