// Starts a process of the bench and waits until it says where it answers.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Started = {
  url: string
  pid: number
  /** Asks it to end and waits for that. */
  stop(): Promise<void>
}

/** `quiet` throws away what it says after it is ready. */
type Options = { args?: string[]; env?: Record<string, string>; nodeFlags?: string[]; quiet?: boolean }

/** `script` prints a line `ready <address>` when it answers. */
export async function startProcess(
  script: string,
  { args = [], env = {}, nodeFlags = [], quiet = false }: Options = {},
): Promise<Started> {
  const child = spawn(process.execPath, [...nodeFlags, script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready.`)))
    const lines = createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^ready (\S+)/.exec(line)?.[1]
      if (ready === undefined) {
        // What it has to say otherwise are errors.
        if (line.startsWith('{')) console.error(line)
        return
      }
      resolve(ready)
      if (!quiet) return
      lines.close()
      child.stdout.resume()
    })
  })
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
