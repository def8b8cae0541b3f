// Who may open a spreadsheet, and how that is granted.
import * as z from 'zod'

const granted = ['reader', 'commenter', 'writer'] as const

const Role = z.enum(granted).meta({ description: '`reader` looks, `commenter` may comment too, `writer` may edit.' })

export const Permission = z
  .object({
    id: z.string().meta({ description: 'Google’s id of the permission.', examples: ['08172635401827364510'] }),
    type: z.enum(['user', 'group', 'domain', 'anyone']).meta({
      description: '`domain` is everybody of an organisation, `anyone` everybody who has the link.',
    }),
    role: z.enum(['owner', 'organizer', 'fileOrganizer', ...[...granted].reverse()]).meta({
      description: 'The owner’s can’t be taken back; organizers manage the shared drive it lies in.',
    }),
    email: z
      .string()
      .nullable()
      .meta({ description: 'Of a user or group.', examples: ['bob@example.com'] }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'As Google shows it.', examples: ['Bob Miller'] }),
    domain: z
      .string()
      .nullable()
      .meta({ description: 'Of a domain.', examples: ['example.com'] }),
    expires_at: z.iso.datetime().nullable().meta({ description: 'When it ends by itself; null when it does not.' }),
  })
  .meta({ id: 'Permission' })
export type Permission = z.infer<typeof Permission>

export const PermissionBody = z
  .discriminatedUnion('type', [
    z.object({
      type: z.enum(['user', 'group']),
      email: z
        .email()
        .max(254)
        .meta({ examples: ['bob@example.com'] }),
      role: Role,
      notify: z.boolean().default(false).meta({
        description: 'Whether Google sends them a mail. An address without a Google account has to be sent one.',
      }),
      message: z.string().max(2000).optional().meta({ description: 'Stands in that mail.' }),
    }),
    z.object({ type: z.literal('domain'), domain: z.hostname().max(253), role: Role }),
    z.object({ type: z.literal('anyone'), role: Role }),
  ])
  .meta({ id: 'PermissionBody' })
export type PermissionBody = z.infer<typeof PermissionBody>
