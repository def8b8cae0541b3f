// Does HTTP requests while the calling thread waits, all of them at once.
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { FetchRequest, FetchResponse } from './request.ts'

const mostMs = 120_000
let thread: Worker | undefined

/**
 * The answers in the order of the requests. The thread waits, so a server in the same thread could never answer: it must
 * run in another thread or process.
 */
export function fetchAll(requests: FetchRequest[]): FetchResponse[] {
  if (!thread) {
    thread = new Worker(new URL('./fetching-thread.ts', import.meta.url))
    thread.unref()
  }
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const { port1, port2 } = new MessageChannel()
  thread.postMessage({ requests, signal, port: port2 }, [port2])
  Atomics.wait(signal, 0, 0, mostMs)
  const received = receiveMessageOnPort(port1)?.message as FetchResponse[] | undefined
  port1.close()
  return received ?? requests.map(() => ({ error: 'timeout', detail: '' }))
}
