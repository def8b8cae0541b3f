// Who may open a spreadsheet: lists, grants and takes back permissions through Drive.
import * as z from 'zod'
import type { Permission, PermissionBody } from '../../shared/contract/permission-schemas.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import type { GoogleClient } from '../platform/google/google-client.ts'
import { GoogleError } from '../platform/google/google-error.ts'
import { Problem } from '../platform/problem.ts'
import { sharingProblem } from './sharing-problem.ts'

const fields = 'id,type,role,emailAddress,displayName,domain,expirationTime'

const Shown = z.object({
  id: z.string(),
  type: z.enum(['user', 'group', 'domain', 'anyone']),
  role: z.enum(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']),
  emailAddress: z.string().optional(),
  displayName: z.string().optional(),
  domain: z.string().optional(),
  expirationTime: z.string().optional(),
})

const ShownPage = z.object({ permissions: z.array(Shown).default([]), nextPageToken: z.string().optional() })

function permissionOf({ id, type, role, ...shown }: z.infer<typeof Shown>): Permission {
  return {
    ...{ id, type, role },
    email: shown.emailAddress ?? null,
    name: shown.displayName ?? null,
    domain: shown.domain ?? null,
    expires_at: shown.expirationTime ? new Date(shown.expirationTime).toISOString() : null,
  }
}

const addressOf = ({ drive }: GoogleApi, file: string, query: Record<string, string>, id?: string) =>
  `${drive}/${encodeURIComponent(file)}/permissions${id === undefined ? '' : `/${encodeURIComponent(id)}`}?${new URLSearchParams({ supportsAllDrives: 'true', ...query })}`

/** All of them: files have few, shared drives up to some hundreds. */
async function readAll(google: GoogleApi, call: GoogleClient['call'], file: string): Promise<Permission[]> {
  const all: Permission[] = []
  let token: string | undefined
  do {
    const query = {
      pageSize: '100',
      fields: `nextPageToken,permissions(${fields})`,
      ...(token ? { pageToken: token } : {}),
    }
    const page = await call({ method: 'GET', url: addressOf(google, file, query), answer: ShownPage })
    all.push(...page.permissions.map(permissionOf))
    token = page.nextPageToken
  } while (token)
  return all
}

const inWords = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw sharingProblem(error)
  }
}

/** Throws problems, `spreadsheet_missing` and `spreadsheet_closed` among them. */
export function listPermissions(google: GoogleApi, spreadsheetId: string): Promise<Permission[]> {
  return inWords(readAll(google, google.call, spreadsheetId))
}

/** Whether it lets those in who are asked for, as what is asked for. */
export const isSame = (body: PermissionBody, one: Permission): boolean => {
  if (body.type !== one.type || body.role !== one.role) return false
  if (body.type === 'anyone') return true
  if (body.type === 'domain') return body.domain.toLowerCase() === one.domain?.toLowerCase()
  return body.email.toLowerCase() === one.email?.toLowerCase()
}

/**
 * Somebody who has one gets the new role in its place. After a lost answer it is looked up first, so that nobody is sent
 * two mails. Throws problems, `sharing_refused` with Google's reason among them.
 */
export function grantPermission(google: GoogleApi, spreadsheetId: string, body: PermissionBody): Promise<Permission> {
  const { type, role } = body
  const isNamed = body.type === 'user' || body.type === 'group'
  const query = {
    fields,
    ...(isNamed ? { sendNotificationEmail: String(body.notify) } : {}),
    ...(isNamed && body.notify && body.message ? { emailMessage: body.message } : {}),
  }
  const to = isNamed ? { emailAddress: body.email } : body.type === 'domain' ? { domain: body.domain } : {}
  return inWords(
    google.call({
      method: 'POST',
      url: addressOf(google, spreadsheetId, query),
      body: { type, role, ...to },
      answer: Shown.transform(permissionOf),
      settle: async (once) => (await readAll(google, once, spreadsheetId)).find((one) => isSame(body, one)) ?? null,
    }),
  )
}

/** Throws problems, `not_found` when there is no such permission and `sharing_refused` for the owner's among them. */
export async function revokePermission(google: GoogleApi, spreadsheetId: string, id: string): Promise<void> {
  const find = async (call: GoogleClient['call']) =>
    (await readAll(google, call, spreadsheetId)).find((one) => one.id === id)
  try {
    await google.call({
      method: 'DELETE',
      url: addressOf(google, spreadsheetId, {}, id),
      answer: z.unknown(),
      settle: async (once) => ((await find(once)) ? null : {}),
    })
  } catch (error) {
    // Google says the same of an owner's permission as of somebody who may change none.
    const isOwner =
      error instanceof GoogleError &&
      error.status === 403 &&
      (await find(google.call).catch(() => null))?.role === 'owner'
    throw isOwner
      ? new Problem('sharing_refused', 'The owner keeps their permission. Pass ownership on in Google Drive first.')
      : sharingProblem(error)
  }
}
