// Lets one process at a time own a data folder's server.
import postgres from 'postgres'

/** Any fixed number; only holders of the cluster's password ever use it there. */
const lockKey = 7_340_021

/**
 * Holds an advisory lock on a connection of its own: it goes away with the process however that ends, so there is no
 * stale lock file to clear by hand. Resolves to the function that lets go. Throws when another process holds it.
 */
export async function holdCluster(url: string, dataDir: string): Promise<() => Promise<void>> {
  const options = { max: 1, idle_timeout: 0, max_lifetime: null, connect_timeout: 10, onnotice: () => {} }
  const keeper = postgres(url, options)
  try {
    const [row] = await keeper<{ held: boolean }[]>`select pg_try_advisory_lock(${lockKey}) as held`
    if (row?.held) return () => keeper.end({ timeout: 1 })
  } catch (cause) {
    await keeper.end({ timeout: 1 })
    throw new Error(`The database of ${dataDir} runs but does not let us in: ${(cause as Error).message}.`, { cause })
  }
  await keeper.end({ timeout: 1 })
  throw new Error(
    `Another Tablewright is running with the folder ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
  )
}
