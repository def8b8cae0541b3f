// A fresh JavaScript world for a script: V8 built-ins and Apps Script services, nothing of Node.
import vm from 'node:vm'
import { type Execution, invoke } from './execution.ts'
import { Handle, type Kind, shortName } from './service.ts'
import { signaturesOf } from './signatures.ts'

type Describe = (handle: Handle) => {
  name: string
  short: string
  methods: string[]
  own: boolean
  constants: Record<string, unknown>
}
type Prelude = (
  call: (handle: Handle, name: string, args: unknown[]) => unknown,
  isHandle: (value: unknown) => boolean,
  isDate: (value: unknown) => boolean,
  describe: Describe,
) => { wrap: (value: unknown) => unknown; isService: (value: unknown) => boolean }

/**
 * Runs inside the new world so that everything a script can reach (functions, arrays, dates, errors) belongs to it.
 * Members that Google does not have are undefined, as there; methods it has and that are not emulated throw when called.
 */
const prelude = new vm.Script(
  `(function (call, isHandle, isHostDate, describe) {
  'use strict'
  const handles = new WeakMap()
  const wrappers = new WeakMap()
  const prototypes = new WeakMap()
  const tagOf = Object.prototype.toString

  function prototypeOf(handle) {
    const known = prototypes.get(handle.kind)
    if (known) return known
    const { name, short, methods, own } = describe(handle)
    const prototype = {}
    prototypes.set(handle.kind, prototype)
    const define = (key, value) =>
      Object.defineProperty(prototype, key, { value, enumerable: true, writable: true, configurable: true })
    if (!methods.includes('toString')) define('toString', () => short)
    for (const method of methods) {
      define(method, { [method](...args) {
        const self = handles.get(this)
        if (!self) throw new TypeError(name + '.' + method + ' was called on something else')
        let result
        try {
          const given = args.map((arg) => unwrap(arg))
          if (own) given.push(Object.assign({}, this))
          result = call(self, method, given)
        } catch (error) {
          throw realmError(error)
        }
        return result === self ? this : wrap(result)
      } }[method])
    }
    return prototype
  }

  function realmError(error) {
    if (error instanceof Error) return error
    const own = new Error(error.message)
    own.name = error.name === 'Error' ? 'Exception' : error.name
    if (/ is not emulated$/.test(error.message)) own.name = 'Error'
    return own
  }

  function unwrap(value, depth = 0) {
    if (typeof value !== 'object' || value === null) return value
    const handle = handles.get(value)
    if (handle) return handle
    if (Array.isArray(value)) return value.map((one) => unwrap(one, depth))
    const prototype = Object.getPrototypeOf(value)
    if ((prototype !== Object.prototype && prototype !== null) || depth > 4) return value
    const copy = {}
    for (const key of Object.keys(value)) copy[key] = unwrap(value[key], depth + 1)
    return copy
  }

  function wrap(value) {
    if (typeof value !== 'object' || value === null) return value
    if (isHandle(value)) {
      const known = wrappers.get(value)
      if (known) return known
      const wrapper = Object.create(prototypeOf(value))
      handles.set(wrapper, value)
      wrappers.set(value, wrapper)
      const { constants } = describe(value)
      for (const key of Object.keys(constants)) wrapper[key] = wrap(constants[key])
      return wrapper
    }
    if (Array.isArray(value)) return Array.from(value, wrap)
    if (isHostDate(value)) return new Date(value.getTime())
    if (tagOf.call(value) !== '[object Object]' || value instanceof Object) return value
    const copy = {}
    for (const key of Object.keys(value)) copy[key] = wrap(value[key])
    return copy
  }

  return { wrap, isService: (value) => handles.has(value) }
})`,
  { filename: 'apps-script' },
)

export type Realm = {
  run: (script: vm.Script) => unknown
  /** Calls a global function (or `object.method`) with host values; undefined when there is none. */
  find: (name: string) => ((...args: unknown[]) => unknown) | undefined
  toRealm: (value: unknown) => unknown
  toHost: (value: unknown) => unknown
}

/** Makes a world whose globals are the given services, acting within `run`. */
export function createRealm(run: Execution, globals: Record<string, Handle>): Realm {
  const context = vm.createContext({}, { name: 'Apps Script' })
  const start = prelude.runInContext(context) as Prelude
  const { wrap, isService } = start(
    (handle, name, args) => {
      const result = invoke(run, handle, name, args)
      return typeof result === 'symbol' ? handle : result
    },
    (value) => value instanceof Handle,
    (value) => value instanceof Date,
    ({ kind }) => ({
      name: kind.name,
      short: shortName(kind),
      methods: [...new Set([...Object.keys(kind.methods), ...publishedMethods(kind)])],
      own: kind.own,
      constants: kind.constants,
    }),
  )
  run.evaluate = (code, scope) => {
    const work = vm.runInContext(code, context, { filename: 'template' }) as (scope: unknown) => unknown
    try {
      return work(scope)
    } catch (error) {
      throw hostError(error)
    }
  }
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete context[name]
  for (const [name, handle] of Object.entries(globals))
    Object.defineProperty(context, name, { value: wrap(handle), writable: true, configurable: true, enumerable: false })
  return {
    run: (script) => {
      try {
        return script.runInContext(context)
      } catch (error) {
        throw hostError(error)
      }
    },
    find: (name) => {
      const path = name.split('.')
      if (!path.every((part) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part))) return undefined
      const found: unknown = vm.runInContext(
        `typeof ${path[0]} === 'undefined' ? undefined : ${path.join('?.')}`,
        context,
      )
      if (typeof found !== 'function') return undefined
      return (...args) => {
        try {
          return found.apply(undefined, args.map(wrap))
        } catch (error) {
          throw hostError(error)
        }
      }
    },
    toRealm: wrap,
    toHost: (value) => toHost(value, isService, new Map()),
  }
}

function publishedMethods(kind: Kind<never>): Iterable<string> {
  return kind.isEnum ? [] : signaturesOf(shortName(kind)).keys()
}

/** The error as one of our own, so that callers can test it with `instanceof`. */
function hostError(error: unknown): unknown {
  if (error instanceof Error || typeof error !== 'object' || error === null) return error
  const { name, message, stack } = error as { name?: string; message?: string; stack?: string }
  const own = new Error(message ?? String(error))
  own.name = name ?? 'Error'
  if (stack) own.stack = stack
  return own
}

function toHost(value: unknown, isService: (value: unknown) => boolean, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null || isService(value)) return value
  if (seen.has(value)) return seen.get(value)
  const tag = Object.prototype.toString.call(value)
  if (tag === '[object Date]') return new Date((value as Date).getTime())
  if (tag === '[object Error]') return hostError(value)
  if (tag === '[object Map]')
    return new Map(
      [...(value as Map<unknown, unknown>)].map(([key, one]) => [
        toHost(key, isService, seen),
        toHost(one, isService, seen),
      ]),
    )
  if (tag === '[object Set]') return new Set([...(value as Set<unknown>)].map((one) => toHost(one, isService, seen)))
  if (Array.isArray(value)) {
    const copy: unknown[] = []
    seen.set(value, copy)
    for (const one of value) copy.push(toHost(one, isService, seen))
    return copy
  }
  if (tag !== '[object Object]') return value
  const copy: Record<string, unknown> = {}
  seen.set(value, copy)
  for (const [key, one] of Object.entries(value)) copy[key] = toHost(one, isService, seen)
  return copy
}
