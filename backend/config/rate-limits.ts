// The variables that limit how often something is done: requests a minute, and what strangers may try.
import * as z from 'zod'
import type { TryRates } from '../accounts/tries.ts'
import type { RateLimitConfig } from '../platform/limits/rate-limits.ts'

const count = z.coerce.number().int().min(0).max(1e9)
const orNone = (most: number) => (most === 0 ? null : most)

const requestsPerMinute = (usual: number) =>
  [count.default(usual).transform(orNone), 'Set how many requests a minute, or 0 for no limit.'] as const

/** A person works with several windows and programs; strangers only sign in. */
export const rateLimitVariables = {
  RATE_LIMIT_USER: requestsPerMinute(30_000),
  RATE_LIMIT_KEY: requestsPerMinute(30_000),
  RATE_LIMIT_ADDRESS: requestsPerMinute(6_000),
  RATE_LIMIT_REGISTER: [
    count.optional(),
    'Set how many accounts may be asked for in an hour from one network, or 0 for no limit.',
  ],
  RATE_LIMIT_SIGN_IN: [
    z.coerce.number().int().min(1).max(1e6).default(10),
    'Set how many wrong passwords in a quarter of an hour one network may try for one account, such as 10.',
  ],
  RATE_LIMIT_MAIL: [
    count.default(60).transform(orNone),
    'Set how many mails may be asked for in an hour from one network, or 0 for no limit.',
  ],
} as const

type Values = { [N in keyof typeof rateLimitVariables]: z.infer<(typeof rateLimitVariables)[N][0]> }

export const rateLimitsOf = (values: Values): RateLimitConfig => ({
  user: values.RATE_LIMIT_USER,
  key: values.RATE_LIMIT_KEY,
  address: values.RATE_LIMIT_ADDRESS,
})

/**
 * Accounts an hour from one network, unless it is set: three classes of a school behind one address, and half a minute of a
 * processor for their passwords. On a machine where somebody tries things out, programs make many more.
 */
const accountsPerHour = { production: 100, otherwise: 1_000 }

export const tryRatesOf = (values: Values, production: boolean): TryRates => ({
  register: orNone(values.RATE_LIMIT_REGISTER ?? (production ? accountsPerHour.production : accountsPerHour.otherwise)),
  signIn: values.RATE_LIMIT_SIGN_IN,
  mail: values.RATE_LIMIT_MAIL,
})
