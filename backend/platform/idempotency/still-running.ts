// Tells whoever repeats a request that the first one is still being worked on.
import { Problem } from '../problem.ts'

const retrySeconds = 5

export const stillRunning = () =>
  new Problem('still_running', 'The first request with this key is still being worked on. Ask again.', {
    headers: { 'Retry-After': String(retrySeconds) },
  })
