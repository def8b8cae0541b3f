// The store of one local Google: every file by id, a spreadsheet's contents being a workbook.
import { randomBytes } from 'node:crypto'
import { onChange } from '../workbook/changes.ts'
import type { Workbook } from '../workbook/workbook.ts'

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet'
export const folderType = 'application/vnd.google-apps.folder'

export type Permission = {
  id: string
  type: 'user' | 'group' | 'domain' | 'anyone'
  role: string
  emailAddress?: string
  domain?: string
  allowFileDiscovery?: boolean
  expirationTime?: string
}

export type DriveFile = {
  id: string
  mimeType: string
  /** A spreadsheet's name is its workbook's title; `nameOf` reads either. */
  name: string
  book: Workbook | null
  description?: string
  starred: boolean
  trashed: boolean
  parents: string[]
  properties: Record<string, string>
  /** Each OAuth client sees its own. */
  appProperties: Record<string, Record<string, string>>
  permissions: Permission[]
  /** The e-mail address of the owner, and the OAuth client that made the file. */
  owner: string
  client: string
  /** Milliseconds since 1970. */
  createdTime: number
  modifiedTime: number
  lastModifyingUser: string
  /** Changes of the metadata; a workbook counts its own. */
  changes: number
}

/** The folder that every account has; requests may call it `root`. */
const rootId = '0AMyDriveOfThisEmulatorPVA'

/** The id that is meant. */
export function realId(id: string): string {
  return id === 'root' ? rootId : id
}

export type Files = {
  get: (id: string) => DriveFile | undefined
  all: () => DriveFile[]
  /** Adds a file made now by `owner` through `client`. */
  add: (made: NewFile) => DriveFile
  remove: (id: string) => void
}
type NewFile = Partial<DriveFile> & { owner: string; client: string }

export function newFiles(): Files {
  const files = new Map<string, DriveFile>()
  const root = blankFile({ id: rootId, mimeType: folderType, name: 'My Drive', parents: [], owner: '', client: '' })
  root.permissions = [{ id: 'anyone', type: 'anyone', role: 'writer' }]
  return {
    get: (id) => (realId(id) === rootId ? root : files.get(id)),
    all: () => [...files.values()],
    add: (made) => {
      const file = blankFile(made)
      files.set(file.id, file)
      if (file.book) onChange(file.book, () => markModified(file))
      return file
    },
    remove: (id) => void files.delete(id),
  }
}

function blankFile(made: NewFile): DriveFile {
  const now = Date.now()
  return {
    id: made.book?.id ?? randomBytes(24).toString('base64url'),
    mimeType: made.book ? spreadsheetType : 'application/octet-stream',
    name: 'Untitled',
    book: null,
    starred: false,
    trashed: false,
    parents: [rootId],
    properties: {},
    appProperties: {},
    permissions: [{ id: permissionId(made.owner), type: 'user', role: 'owner', emailAddress: made.owner }],
    createdTime: now,
    modifiedTime: now,
    lastModifyingUser: made.owner,
    changes: 1,
    ...made,
  }
}

export function nameOf(file: DriveFile): string {
  return file.book?.title ?? file.name
}

/** Rises with every change of the file, of its contents or of its metadata. */
export function versionOf(file: DriveFile): number {
  return file.changes + (file.book?.version ?? 0)
}

/** Records that the file has just changed; contents and metadata alike. */
export function markModified(file: DriveFile, user?: string): void {
  file.modifiedTime = Math.max(Date.now(), file.modifiedTime + 1)
  if (user !== undefined) file.lastModifyingUser = user
}

/** The id of an account's permission: the same for the same address, digits as Google's are. */
export function permissionId(address: string): string {
  let number = 0n
  for (const byte of Buffer.from(address.toLowerCase())) number = (number * 257n + BigInt(byte)) % 10n ** 20n
  return number.toString().padStart(20, '1')
}
