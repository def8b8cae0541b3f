// Puts one local Google together: its files, its OAuth server, its quotas and the faults ordered of it.
import type { Files } from './files.ts'
import type { World } from './handle.ts'
import { type Fault, newFaults } from './limits/faults.ts'
import { newQuota } from './limits/quota.ts'
import { newIdentities } from './oauth/identities.ts'
import { newTokens } from './oauth/tokens.ts'

export type WorldOptions = {
  /** Takes any bearer token as the account's own, with every scope. */
  open?: boolean
  /** `false` lifts the quotas; a number makes them so many times as large. */
  quota?: boolean | number
  faults?: Fault[]
  /** The account's e-mail address. */
  user?: string
}

export const defaultUser = 'alex.morgan@example.com'

export function newWorld(
  files: Files,
  { open = false, quota = true, faults, user = defaultUser }: WorldOptions,
): World {
  return {
    files,
    oauth: { tokens: newTokens(), identities: newIdentities(), user },
    faults: newFaults(faults),
    quota: quota === false ? null : newQuota(Date.now, quota === true ? 1 : quota),
    open: open ? { user, client: 'emulator', scopes: ['drive', 'drive.file', 'spreadsheets'] } : null,
  }
}
