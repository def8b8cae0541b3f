// The variables that limit how many requests a minute are taken.
import * as z from 'zod'
import type { RateLimitConfig } from '../platform/limits/rate-limits.ts'

const requestsPerMinute = (usual: number) =>
  [
    z.coerce
      .number()
      .int()
      .min(0)
      .max(1e9)
      .default(usual)
      .transform((most) => (most === 0 ? null : most)),
    'Set how many requests a minute, or 0 for no limit.',
  ] as const

/** A person works with several windows and programs; strangers only sign in. */
export const rateLimitVariables = {
  RATE_LIMIT_USER: requestsPerMinute(30_000),
  RATE_LIMIT_KEY: requestsPerMinute(30_000),
  RATE_LIMIT_ADDRESS: requestsPerMinute(6_000),
}

type Values = Record<keyof typeof rateLimitVariables, number | null>

export const rateLimitsOf = (values: Values): RateLimitConfig => ({
  user: values.RATE_LIMIT_USER,
  key: values.RATE_LIMIT_KEY,
  address: values.RATE_LIMIT_ADDRESS,
})
