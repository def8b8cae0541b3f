// The variable that lets a monitoring system read what the server counts.
import * as z from 'zod'

/** Short ones could be guessed. */
const shortest = 16

export const metricsVariables = {
  METRICS_TOKEN: [
    z.string().regex(/^\S+$/).min(shortest).optional(),
    `Set at least ${shortest} characters without spaces, for example from: openssl rand -hex 24, or leave it out.`,
  ],
} as const
