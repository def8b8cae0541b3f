// The variables of exports to Google Sheets.
import * as z from 'zod'

export type ExportConfig = {
  /** What Google takes a minute, of one account and of the whole project; reads and writes are counted apart. */
  quota: { perUser: number; perProject: number }
  /** How many exports a process writes at once. */
  concurrency: number
  /** After so many seconds without a sign of life a process is taken for dead, and another goes on with its exports. */
  leaseSeconds: number
}

const perMinute = (usual: number) =>
  [z.coerce.number().int().min(1).max(1e6).default(usual), 'Set how many requests a minute Google takes.'] as const

export const exportVariables = {
  GOOGLE_QUOTA_PER_USER: perMinute(60),
  GOOGLE_QUOTA_PER_PROJECT: perMinute(300),
  EXPORT_CONCURRENCY: [
    z.coerce.number().int().min(1).max(200).default(10),
    'Set how many exports this process writes at once, such as 10.',
  ],
  EXPORT_LEASE_SECONDS: [z.coerce.number().int().min(2).max(600).default(30), 'Set seconds, such as 30.'],
} as const

type Values = Record<keyof typeof exportVariables, number>

export const exportConfigOf = (values: Values): ExportConfig => ({
  quota: { perUser: values.GOOGLE_QUOTA_PER_USER, perProject: values.GOOGLE_QUOTA_PER_PROJECT },
  concurrency: values.EXPORT_CONCURRENCY,
  leaseSeconds: values.EXPORT_LEASE_SECONDS,
})
