// google.script.run as Google's client behaves: argument rules, fresh runners, ten calls at a time.
export type Transport = (
  name: string,
  args: unknown[],
) => Promise<{ ok: true; result: unknown } | { ok: false; name: string; message: string }>

type Handler = (value: unknown, user: unknown) => unknown
type Handlers = { success?: Handler; failure?: Handler; user?: unknown }
export type Runner = Record<string, (...args: unknown[]) => unknown>

const atOnce = 10

/** Makes `google.script.run` for the given functions over a transport. */
export function createRunner(functions: string[], transport: Transport, report: (error: Error) => void): Runner {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  const next = () => {
    while (running < atOnce) {
      const start = waiting.shift()
      if (!start) return
      running += 1
      void start().finally(() => {
        running -= 1
        next()
      })
    }
  }

  const runner = (handlers: Handlers): Runner => {
    const own: Runner = {
      withSuccessHandler: (success) => runner({ ...handlers, success: asHandler(success) }),
      withFailureHandler: (failure) => runner({ ...handlers, failure: asHandler(failure) }),
      withUserObject: (user) => runner({ ...handlers, user }),
    }
    for (const name of functions)
      own[name] = (...args) => {
        const sent = legalArguments(args)
        waiting.push(() => send(name, sent, handlers))
        next()
      }
    return own
  }

  const send = async (name: string, args: unknown[], { success, failure, user }: Handlers) => {
    let answer: Awaited<ReturnType<Transport>>
    try {
      answer = await transport(name, args)
    } catch {
      answer = { ok: false, name: 'NetworkError', message: 'Connection failure due to HTTP 0' }
    }
    // A handler's own error must not stop the next call, and belongs to the window like any other.
    queueMicrotask(() => {
      if (answer.ok) {
        success?.(answer.result, user)
        return
      }
      const error = new Error(answer.message)
      error.name = answer.name
      if (failure) failure(error, user)
      else report(error)
    })
  }
  return runner({})
}

function asHandler(handler: unknown): Handler {
  if (typeof handler !== 'function') throw new TypeError('The handler must be a function.')
  return handler as Handler
}

function legalArguments(args: unknown[]): unknown[] {
  const [only] = args
  if (args.length === 1 && typeof HTMLFormElement !== 'undefined' && only instanceof HTMLFormElement)
    return [
      Object.fromEntries(
        [...new FormData(only)].map(([key, value]) => [key, typeof value === 'string' ? value : value.name]),
      ),
    ]
  return args.map((value, index) => legalValue(value, String(index), []))
}

/** Copies a value as it travels; throws Google's errors for what may not. */
function legalValue(value: unknown, key: string, above: unknown[]): unknown {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object') throw new Error(`Failed due to illegal value in property: ${key}`)
  if (above.includes(value)) throw new Error('Failed due to circular reference.')
  const inside = [...above, value]
  if (Array.isArray(value)) return Array.from(value, (one, index) => legalValue(one, String(index), inside))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype)
    throw new Error(`Failed due to illegal value in property: ${key}`)
  const copy: Record<string, unknown> = {}
  for (const [name, one] of Object.entries(value)) if (!name.endsWith('__')) copy[name] = legalValue(one, name, inside)
  return copy
}
