// Google's request quotas: 60 a minute for a user of a project, 300 for the project, reads and writes counted apart.
import { createHash } from 'node:crypto'
import { ApiError } from '../api-error.ts'
import type { Caller } from '../http/call.ts'

const minute = 60_000
const google = { User: 60, Project: 300 }

/** Methods that change nothing. */
export function isRead(methodId: string): boolean {
  return /\.(get|batchGet|getByDataFilter|batchGetByDataFilter|search)$/.test(methodId)
}

export type Quota = {
  take: (caller: Caller, methodId: string) => void
  /** How many requests were refused so far. */
  refused: () => number
}

/**
 * Buckets that fill anew as their minute passes. `take` throws Google's 429 when one of them is empty. `scale` makes all limits so many times as large.
 */
export function newQuota(now: () => number = Date.now, scale = 1): Quota {
  const limits = { User: google.User * scale, Project: google.Project * scale }
  let refused = 0
  const refuse = (...about: Parameters<typeof quotaError>) => {
    refused += 1
    return quotaError(...about)
  }
  const taken = new Map<string, number[]>()
  const recent = (key: string): number[] => {
    const times = (taken.get(key) ?? []).filter((time) => time > now() - minute)
    taken.set(key, times)
    return times
  }
  return {
    take: ({ user, client }, methodId) => {
      const kind = isRead(methodId) ? 'Read' : 'Write'
      const perUser = recent(`${kind} ${client} ${user}`)
      const perProject = recent(`${kind} ${client}`)
      if (perUser.length >= limits.User) throw refuse(kind, 'User', client)
      if (perProject.length >= limits.Project) throw refuse(kind, 'Project', client)
      perUser.push(now())
      perProject.push(now())
    },
    refused: () => refused,
  }
}

/** Google's 429. A client's project has a number that stays the same. */
export function quotaError(kind: 'Read' | 'Write', holder: 'User' | 'Project', client: string): ApiError {
  const project = Number.parseInt(createHash('sha256').update(client).digest('hex').slice(0, 10), 16)
  const message = `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per ${holder.toLowerCase()}' of service 'sheets.googleapis.com' for consumer 'project_number:${project}'.`
  return new ApiError(429, 'RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        quota_unit: `1/min/{project}${holder === 'User' ? '/{user}' : ''}`,
        quota_location: 'global',
        quota_metric: `sheets.googleapis.com/${kind.toLowerCase()}_requests`,
        quota_limit: `${kind}RequestsPerMinutePer${holder}`,
        quota_limit_value: String(google[holder]),
        service: 'sheets.googleapis.com',
        consumer: `projects/${project}`,
      },
    },
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [
        {
          description: 'Request a higher quota limit.',
          url: 'https://cloud.google.com/docs/quotas/help/request_increase',
        },
      ],
    },
  ])
}
