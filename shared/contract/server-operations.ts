// Operations about the server itself and what is used of it.
import type { Operation } from './operation.ts'
import * as schemas from './schemas.ts'
import * as usage from './usage-schemas.ts'

export const serverOperations = {
  getAbout: { summary: 'What this server is', status: 200, response: schemas.About, problems: [] },
  getUsage: {
    scope: 'usage:read',
    summary: 'What the person used of the model, and what is left of today',
    status: 200,
    response: usage.UsageReport,
    problems: [],
  },
} as const satisfies Record<string, Operation>
