// A file as Drive shows it, and the few of its fields that come without being asked for.
import { userFrom } from '../../apps-script/identity.ts'
import { accessOf } from '../access.ts'
import { type DriveFile, folderType, nameOf, type Permission, permissionId, versionOf } from '../files.ts'
import type { Call, Caller, Json } from '../http/call.ts'

export const time = (at: number): string => new Date(at).toISOString()

/** `File` of the API with every field that this Drive knows. */
export function fileResource(file: DriveFile, caller: Caller): Json {
  const mine = file.owner === caller.user
  const writes = accessOf(file, caller) === 'write'
  const book = file.book
  const link = book
    ? `https://docs.google.com/spreadsheets/d/${file.id}/edit?usp=drivesdk`
    : `https://drive.google.com/${file.mimeType === folderType ? 'drive/folders' : 'file/d'}/${file.id}`
  const own = file.appProperties[caller.client] ?? {}
  return {
    kind: 'drive#file',
    id: file.id,
    name: nameOf(file),
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    starred: file.starred,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    parents: file.parents,
    ...(Object.keys(file.properties).length > 0 ? { properties: file.properties } : {}),
    ...(Object.keys(own).length > 0 ? { appProperties: own } : {}),
    spaces: ['drive'],
    version: String(versionOf(file)),
    webViewLink: link,
    iconLink: `https://drive-thirdparty.googleusercontent.com/16/type/${file.mimeType}`,
    hasThumbnail: false,
    thumbnailVersion: '0',
    viewedByMe: true,
    viewedByMeTime: time(file.modifiedTime),
    createdTime: time(file.createdTime),
    modifiedTime: time(file.modifiedTime),
    modifiedByMe: true,
    modifiedByMeTime: time(file.modifiedTime),
    owners: [userResource(file.owner, caller)],
    lastModifyingUser: userResource(file.lastModifyingUser, caller),
    shared: file.permissions.length > 1,
    ownedByMe: mine,
    capabilities: {
      canCopy: true,
      canDelete: mine,
      canDownload: true,
      canEdit: writes,
      canRename: writes,
      canShare: writes,
      canTrash: mine,
    },
    viewersCanCopyContent: true,
    copyRequiresWriterPermission: false,
    writersCanShare: true,
    permissions: file.permissions.map((permission) => permissionResource(permission)),
    permissionIds: file.permissions.map(({ id }) => id),
    size: String(book ? 1024 : 0),
    quotaBytesUsed: String(book ? 1024 : 0),
    isAppAuthorized: file.client === caller.client,
    ...(book ? { exportLinks: exportLinks(file.id) } : {}),
  }
}

function exportLinks(id: string): Json {
  const link = (format: string) => `https://docs.google.com/spreadsheets/export?id=${id}&exportFormat=${format}`
  return {
    'text/csv': link('csv'),
    'text/tab-separated-values': link('tsv'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': link('xlsx'),
  }
}

function userResource(address: string, caller: Caller): Json {
  return {
    kind: 'drive#user',
    displayName: userFrom(address).name,
    me: address === caller.user,
    permissionId: permissionId(address),
    emailAddress: address,
  }
}

/** `Permission` of the API. */
export function permissionResource(permission: Permission): Json {
  const { type, emailAddress } = permission
  return {
    kind: 'drive#permission',
    ...permission,
    ...(emailAddress ? { displayName: userFrom(emailAddress).name, deleted: false, pendingOwner: false } : {}),
    ...(type === 'domain' && permission.domain ? { displayName: permission.domain } : {}),
  }
}

export const shortFile = ['kind', 'id', 'name', 'mimeType']

/** What is answered without a mask: some fields only; with one, all, for the mask to choose from. */
export function answered(call: Call, resource: Json, short: string[]): Json {
  if (call.fields !== undefined) return resource
  return Object.fromEntries(Object.entries(resource).filter(([key]) => short.includes(key)))
}
