// The methods of Drive v3 that a program needs around spreadsheets.
import { randomBytes } from 'node:crypto'
import { userFrom } from '../../apps-script/identity.ts'
import { permissionId, versionOf } from '../files.ts'
import type { Call, Handlers, Json } from '../http/call.ts'
import { copyFile, createFile, deleteFile, updateFile } from './change-files.ts'
import { fileOf } from './drive-access.ts'
import { DriveError } from './drive-error.ts'
import { exportFile } from './export-file.ts'
import { answered, fileResource, shortFile, time } from './file-resource.ts'
import { listFiles } from './list-files.ts'
import { permissionHandlers } from './permissions.ts'

export const driveHandlers: Handlers = {
  'drive.files.create': createFile,
  'drive.files.get': (call) => {
    const file = fileOf(call, 'read')
    if (call.media)
      throw new DriveError(
        403,
        'fileNotDownloadable',
        'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
        'alt',
      )
    return answered(call, fileResource(file, call.caller), shortFile)
  },
  'drive.files.list': listFiles,
  'drive.files.update': updateFile,
  'drive.files.copy': copyFile,
  'drive.files.delete': deleteFile,
  'drive.files.export': exportFile,
  'drive.files.generateIds': ({ query }) => ({
    kind: 'drive#generatedIds',
    space: 'drive',
    ids: Array.from({ length: Number(query.count ?? 10) }, () => randomBytes(24).toString('base64url')),
  }),
  'drive.about.get': (call) => {
    if (call.fields === undefined)
      throw new DriveError(400, 'required', "The 'fields' parameter is required for this method.", 'fields')
    const { name, email } = userFrom(call.caller.user)
    const user = {
      kind: 'drive#user',
      displayName: name,
      me: true,
      permissionId: permissionId(email),
      emailAddress: email,
    }
    return { kind: 'drive#about', user, storageQuota: { limit: '16106127360', usage: '0' } }
  },
  'drive.comments.list': (call) => {
    fileOf(call, 'read')
    if (call.fields === undefined)
      throw new DriveError(400, 'required', "The 'fields' parameter is required for this method.", 'fields')
    return { kind: 'drive#commentList', comments: [] }
  },
  'drive.revisions.list': (call) => ({
    kind: 'drive#revisionList',
    revisions: [answered(call, lastRevision(call), ['kind', 'id', 'mimeType', 'modifiedTime'])],
  }),
  'drive.revisions.get': (call) => {
    const revision = lastRevision(call)
    const id = call.path.revisionId
    if (id !== revision.id && id !== 'head')
      throw new DriveError(404, 'notFound', `Revision not found: ${id}.`, 'revisionId')
    return answered(call, revision, ['kind', 'id', 'mimeType', 'modifiedTime'])
  },
  'drive.changes.getStartPageToken': ({ files }) => ({
    kind: 'drive#startPageToken',
    startPageToken: String(1 + files.all().reduce((sum, file) => sum + versionOf(file), 0)),
  }),
  ...permissionHandlers,
}

/** Only the latest state is kept, under a number that rises with every change. */
function lastRevision(call: Call): Json {
  const file = fileOf(call, 'read')
  const { exportLinks, lastModifyingUser, size } = fileResource(file, call.caller)
  return {
    kind: 'drive#revision',
    id: String(versionOf(file)),
    mimeType: file.mimeType,
    modifiedTime: time(file.modifiedTime),
    published: false,
    size,
    lastModifyingUser,
    exportLinks,
  }
}
