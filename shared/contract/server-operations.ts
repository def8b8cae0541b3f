// Operations about the server itself and what is used of it.
import type { Operation } from './operation.ts'
import * as schemas from './schemas.ts'
import * as usage from './usage-schemas.ts'

export const serverOperations = {
  getAbout: {
    summary: 'Read what this server is',
    description:
      'Its version, whether a model answers and where the text goes for that, and how much it takes at once.',
    status: 200,
    response: schemas.About,
    problems: [],
  },
  getUsage: {
    scope: 'usage:read',
    summary: 'Read what you used of the model, and what is left of today',
    description:
      'By day (UTC) and model, for the last 30 days. Costs are there where the server knows the prices of the model.',
    status: 200,
    response: usage.UsageReport,
    problems: [],
  },
} as const satisfies Record<string, Operation>
