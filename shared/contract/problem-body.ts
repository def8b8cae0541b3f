// A problem as it is sent (RFC 9457).
import * as z from 'zod'

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    request_id: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'What happened, why, and what to do (RFC 9457).' })
export type ProblemBody = z.infer<typeof ProblemBody>
