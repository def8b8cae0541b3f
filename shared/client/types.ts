// What each operation takes and answers, as its callers write it: types alone, worked out from the contract.
import type * as z from 'zod'
import type { Operations, ResponseOf } from '../contract/operations.ts'
import type { OperationName } from '../contract/routes.ts'

/** What a field of the contract takes before its usual values are filled in. */
type Taken<O, K extends string> = K extends keyof O ? (O[K] extends z.ZodType ? z.input<O[K]> : undefined) : undefined

/** Numbers and the like in a query are read from text; here they are what they stand for. */
type Query<O> = O extends { query: infer Q extends z.ZodType }
  ? { [K in keyof z.input<Q>]: K extends keyof z.output<Q> ? z.output<Q>[K] : never }
  : undefined

type Given<K extends string, T> = [T] extends [undefined] ? { [P in K]?: undefined } : { [P in K]: T }
type GivenQuery<T> = [T] extends [undefined]
  ? { query?: undefined }
  : Record<never, never> extends T
    ? { query?: T }
    : { query: T }

/** `ifMatch` is the `etag` of the last read; `idempotencyKey` is made for every write that brings none. */
export type CallOptions = {
  headers?: Record<string, string>
  signal?: AbortSignal
  idempotencyKey?: string
  ifMatch?: string
}

export type CallInput<N extends OperationName> = Given<'params', Taken<Operations[N], 'params'>> &
  Given<'body', Taken<Operations[N], 'body'>> &
  GivenQuery<Query<Operations[N]>> &
  CallOptions

/** What is given for any operation, as the parts below the types see it. */
export type AnyInput = CallOptions & { params?: unknown; query?: unknown; body?: unknown }

type NamesOf<Kind> = { [N in OperationName]: Operations[N] extends Kind ? N : never }[OperationName]

/** Operations that answer events. */
export type StreamingName = NamesOf<{ stream: true }>
/** Operations that answer a file. */
export type FileName = NamesOf<{ file: true | readonly string[] }>
/** Operations that answer a list, page by page. */
export type ListName = {
  [N in OperationName]: ResponseOf<N> extends { items: readonly unknown[]; next_cursor: string | null } ? N : never
}[OperationName]

export type ItemOf<N extends ListName> = ResponseOf<N> extends { items: readonly (infer Item)[] } ? Item : never
