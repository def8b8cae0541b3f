// For tests: servers in processes of their own on one database, which are killed at random and started again.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'

type Replica = { process: ChildProcess; url: string }

export type Replicas = Awaited<ReturnType<typeof startReplicas>>

async function start(env: Record<string, string>): Promise<Replica> {
  const child = spawn(process.execPath, ['backend/main.ts'], {
    env: { ...process.env, ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return { process: child, url }
  }
  throw new Error('A replica did not start')
}

/** `call` goes to one that answers; what gets no answer is sent again with the same key, as clients are told to. */
export async function startReplicas(count: number, env: Record<string, string>) {
  let running: Replica[] = await Promise.all(Array.from({ length: count }, () => start(env)))
  let open = true
  let turn = 0
  const starting: Promise<unknown>[] = []

  return {
    kills: 0,
    async call(path: string, init: RequestInit): Promise<Response> {
      for (;;) {
        const replica = running[turn++ % Math.max(1, running.length)]
        try {
          if (replica) {
            const answer = await fetch(`${replica.url}/api/v1${path}`, { ...init, signal: AbortSignal.timeout(60_000) })
            const body = await answer.arrayBuffer()
            if (answer.status < 500) return new Response(answer.status === 204 ? null : body, answer)
          }
        } catch (error) {
          if (!open) throw error
        }
        await delay(100)
      }
    },
    /** Kills one without a warning, and starts another in its place. */
    async kill(): Promise<void> {
      const victim = running[Math.floor(Math.random() * running.length)]
      if (!victim || running.length < 2) return
      running = running.filter((each) => each !== victim)
      victim.process.kill('SIGKILL')
      this.kills += 1
      const next = start(env).then((replica) => {
        if (open) running.push(replica)
        else replica.process.kill('SIGKILL')
      })
      starting.push(next)
      await next
    },
    async close(): Promise<void> {
      open = false
      await Promise.allSettled(starting)
      for (const { process: child } of running) {
        child.kill('SIGTERM')
        if (child.exitCode === null) await once(child, 'exit')
      }
    },
  }
}
