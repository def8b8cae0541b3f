// The server's half of google.script.run: which functions may be called, and what becomes of results and errors.
import type { Runtime } from '../apps-script/runtime.ts'

export type RunAnswer = { ok: true; result: unknown } | { ok: false; name: string; message: string }

/** Runs one function of the project with JSON arguments. A failure is an answer, never an exception. */
export function runFunction(runtime: Runtime, name: string, args: unknown[]): RunAnswer {
  try {
    if (name.endsWith('_') || !runtime.functionNames().includes(name))
      throw new Error(`Script function not found: ${name}`)
    const result = runtime.call(name, ...args)
    return { ok: true, result: holdsDate(result, new Set()) ? null : (result ?? null) }
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
    return { ok: false, name: 'ScriptError', message: `${kind}: ${message}` }
  }
}

/** Google loses a result that has a Date anywhere in it: the success handler gets a falsy value and no error. */
function holdsDate(value: unknown, seen: Set<object>): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false
  if (value instanceof Date) return true
  seen.add(value)
  return Object.values(value).some((one) => holdsDate(one, seen))
}
