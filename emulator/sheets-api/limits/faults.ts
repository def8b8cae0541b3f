// Faults to order: the next requests that match meet what Google's servers sometimes do.
export type FaultKind = '429' | '503-html' | '408-html' | 'applied-but-answer-lost' | 'slow'

export type Fault = {
  kind: FaultKind
  /** How many requests it meets; 1 by default. */
  times?: number
  /** A part of `METHOD /path`; every request when left out. */
  match?: string
  /** How long `slow` waits, in milliseconds; 2000 by default. */
  delayMs?: number
}

export type Faults = {
  inject: (fault: Fault) => void
  clear: () => void
  /** The fault for a request, one of its times used up; null when there is none. */
  next: (method: string, path: string) => Fault | null
}

export const faultKinds: FaultKind[] = ['429', '503-html', '408-html', 'applied-but-answer-lost', 'slow']

export function newFaults(initial: Fault[] = []): Faults {
  let waiting = initial.map((fault) => ({ ...fault, times: fault.times ?? 1 }))
  return {
    inject: (fault) => void waiting.push({ ...fault, times: fault.times ?? 1 }),
    clear: () => {
      waiting = []
    },
    next: (method, path) => {
      const fault = waiting.find(({ match, times }) => times > 0 && `${method} ${path}`.includes(match ?? ''))
      if (!fault) return null
      fault.times -= 1
      return fault
    },
  }
}
