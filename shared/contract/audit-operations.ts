// The operation that shows a person what was done in their name.
import * as z from 'zod'
import { auditActions } from './audit.ts'
import type { Operation } from './operation.ts'
import { PageQuery, page } from './schemas.ts'

/** Never what something said: only that it was done, by whom, when and from where. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    action: z.string().meta({ description: `What was done, such as: ${auditActions.join(', ')}.` }),
    subject_type: z.string().nullable().meta({ description: 'What it was done to, such as `conversation`.' }),
    subject_id: z.string().nullable(),
    key_id: z.uuid().nullable().meta({ description: 'The API key it was done with; null for a signed-in person.' }),
    address: z.string().nullable().meta({ description: 'The network address it came from, where that is known.' }),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

export const auditOperations = {
  listAudit: {
    summary: 'List what was done in your name, the latest first',
    query: PageQuery,
    status: 200,
    response: page(AuditEntry),
    problems: [],
  },
} as const satisfies Record<string, Operation>
