// How an Apps Script class is described here: a kind with its methods, and handles that are instances of it.
import type { Execution } from './execution.ts'

export type Args = readonly unknown[]
export type Method<S> = (self: S, args: Args, run: Execution) => unknown
export type Methods<S> = Record<string, Method<S>>

/**
 * One Apps Script class. `document` marks kinds whose methods read or write the document and are counted,
 * except those in `local`, which only compute or navigate. `own` marks kinds whose methods get, after their
 * arguments, the properties that the script has set on the object.
 */
export type Kind<S> = {
  name: string
  methods: Methods<S>
  constants: Record<string, unknown>
  document: boolean
  local: Set<string>
  own: boolean
  /** Whether its instances are members of an enum. */
  isEnum: boolean
}

/** An instance of a kind; scripts see it wrapped, never bare. */
export class Handle {
  readonly kind: Kind<never>
  readonly state: unknown

  constructor(kind: Kind<never>, state: unknown) {
    this.kind = kind
    this.state = state
  }
}

/** Returned by a method to say "the object it was called on". */
export const SELF = Symbol('self')

type Options = { document?: boolean; local?: string[]; own?: boolean; isEnum?: boolean }

export function defineKind<S>(name: string, options: Options = {}): Kind<S> {
  const { document = false, local = [], own = false, isEnum = false } = options
  return { name, methods: {}, constants: {}, document, local: new Set(local), own, isEnum }
}

export function make<S>(kind: Kind<S>, state: S): Handle {
  return new Handle(kind, state)
}

/** The state of a value if it is an instance of this kind. */
export function stateOf<S>(kind: Kind<S>, value: unknown): S | undefined {
  return value instanceof Handle && value.kind === (kind as Kind<never>) ? (value.state as S) : undefined
}

/** `Range` of `SpreadsheetApp.Range`. */
export function shortName(kind: Kind<never>): string {
  return kind.name.split('.').at(-1) ?? kind.name
}
