// The headers of the API as the OpenAPI document tells them: what is sent, and what comes back with which answer.
import type { Operation } from '../../../../shared/contract/operation.ts'
import { operations } from '../../../../shared/contract/operations.ts'
import { isOpen, type OperationName, routes } from '../../../../shared/contract/routes.ts'
import { keepsAnswers } from '../keyed-request.ts'
import { madeAt } from '../made-at.ts'

type Header = { description: string; schema: { type: 'string' | 'integer' }; example: string | number }

/** Headers of answers, each described once and referred to. */
export const answerHeaders = {
  'X-Request-Id': {
    description: 'The id of the request, to be named when something has to be looked into; your own when you sent one.',
    schema: { type: 'string' },
    example: '9c8d7e6f-5a4b-4c3d-8e1f-0a9b8c7d6e5f',
  },
  ETag: {
    description:
      'Names the state that was read. Send it as `If-Match` with a change, to change nothing else by mistake.',
    schema: { type: 'string' },
    example: '"MjAyNi0wNS0wNFQwOTozMDowMC4wMDBa"',
  },
  'Retry-After': {
    description: 'How many seconds to wait before the next attempt, where that is known.',
    schema: { type: 'integer' },
    example: 30,
  },
  'RateLimit-Policy': {
    description: 'The limits that the request counted against: `q` requests in `w` seconds.',
    schema: { type: 'string' },
    example: '"user";q=6000;w=60',
  },
  RateLimit: {
    description: 'What is left of each limit: `r` requests, until it is whole again in `t` seconds.',
    schema: { type: 'string' },
    example: '"user";r=5997;t=42',
  },
  'Idempotency-Replayed': {
    description:
      '`true` when the request was carried out before with this `Idempotency-Key`, and this answers it again.',
    schema: { type: 'string' },
    example: 'true',
  },
  'WWW-Authenticate': {
    description: 'How to sign in: `Bearer`.',
    schema: { type: 'string' },
    example: 'Bearer realm="tablewright"',
  },
  Location: {
    description: 'Where that which was made can be read, or where to go on.',
    schema: { type: 'string' },
    example: '/api/v1/chat/conversations/0192f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f6',
  },
  'Content-Disposition': {
    description: 'The name of the file.',
    schema: { type: 'string' },
    example: "attachment; filename*=UTF-8''orders.csv",
  },
} as const satisfies Record<string, Header>

export type AnswerHeader = keyof typeof answerHeaders

/** `$ref`s to some of them, for one answer. */
export const refer = (names: readonly AnswerHeader[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const takesIfMatch = (operation: Operation) => operation.headers !== undefined && 'If-Match' in operation.headers.shape

/** Whether its answer names its state: what can be changed with `If-Match`, changed or read at the same address. */
export function isTagged(name: OperationName): boolean {
  const { path, method } = routes[name]
  if ((operations[name] as Operation).tagged) return true
  if (method !== 'GET') return takesIfMatch(operations[name])
  const beside = (Object.keys(routes) as OperationName[]).filter((other) => routes[other].path === path)
  return beside.some((other) => takesIfMatch(operations[other]))
}

/** With whatever is answered. */
export const everywhere = ['X-Request-Id', 'RateLimit-Policy', 'RateLimit'] as const

/** What comes with an operation’s answer when it went well. */
export function successHeaders(name: OperationName): AnswerHeader[] {
  const operation: Operation = operations[name]
  return [
    ...everywhere,
    ...(keepsAnswers(name, operation) ? (['Idempotency-Replayed'] as const) : []),
    ...(isTagged(name) ? (['ETag'] as const) : []),
    ...(madeAt(name) ? (['Location'] as const) : []),
    ...(operation.file && !operation.redirects ? (['Content-Disposition'] as const) : []),
  ]
}

/** What comes with a problem of this status. */
export const problemHeaders = (status: number): AnswerHeader[] => [
  ...everywhere,
  ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
  ...(status === 429 || status === 503 ? (['Retry-After'] as const) : []),
]

/** Whether the operation changes something in the name of a person: then it may be repeated with `Idempotency-Key`. */
export const isWrite = (name: OperationName): boolean => routes[name].method !== 'GET' && !isOpen(name)
