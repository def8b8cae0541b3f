// What a caller may do with a file: by the file's permissions and by what the app was granted.
import type { DriveFile, Permission } from './files.ts'
import type { Caller } from './http/call.ts'

export type Access = 'none' | 'hidden' | 'read' | 'write'

const wide = [
  'drive',
  'drive.readonly',
  'drive.metadata',
  'drive.metadata.readonly',
  'spreadsheets',
  'spreadsheets.readonly',
]

/** `hidden` where the app was granted its own files only and this is none; `none` where the account has no permission. */
export function accessOf(file: DriveFile, caller: Caller): Access {
  if (!caller.scopes.some((scope) => wide.includes(scope)) && file.client !== caller.client) return 'hidden'
  const roles = file.permissions.filter((permission) => covers(permission, caller.user)).map(({ role }) => role)
  if (roles.some((role) => ['owner', 'organizer', 'fileOrganizer', 'writer'].includes(role))) return 'write'
  return roles.length > 0 ? 'read' : 'none'
}

function covers({ type, emailAddress, domain }: Permission, user: string): boolean {
  if (type === 'anyone') return true
  if (type === 'domain') return user.toLowerCase().endsWith(`@${domain?.toLowerCase()}`)
  return emailAddress?.toLowerCase() === user.toLowerCase()
}
