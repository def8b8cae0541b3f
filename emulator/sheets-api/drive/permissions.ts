// The permissions of a file: who may read and who may write.
import { markModified, type Permission, permissionId } from '../files.ts'
import { type Call, type Handlers, type Json, Raw } from '../http/call.ts'
import { fileOf } from './drive-access.ts'
import { DriveError } from './drive-error.ts'
import { answered, permissionResource } from './file-resource.ts'

const short = ['kind', 'id', 'type', 'role']
const roles = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']

export const permissionHandlers: Handlers = {
  'drive.permissions.list': (call) => ({
    kind: 'drive#permissionList',
    permissions: fileOf(call, 'read').permissions.map((one) => answered(call, permissionResource(one), short)),
  }),
  'drive.permissions.get': (call) => answered(call, permissionResource(permissionOf(call)), short),
  'drive.permissions.create': create,
  'drive.permissions.update': (call) => {
    const file = fileOf(call, 'write')
    const permission = permissionOf(call)
    if (call.body.role !== undefined) {
      permission.role = readRole(call)
      if (permission.role === 'owner') passOwnership(call, permission)
    }
    markModified(file)
    return answered(call, permissionResource(permission), short)
  },
  'drive.permissions.delete': (call) => {
    const file = fileOf(call, 'write')
    const permission = permissionOf(call)
    if (permission.role === 'owner')
      throw new DriveError(
        403,
        'insufficientFilePermissions',
        'The user does not have sufficient permissions for this file.',
      )
    file.permissions = file.permissions.filter((one) => one !== permission)
    markModified(file)
    return new Raw(204, '', '')
  },
}

function create(call: Call): Json {
  const file = fileOf(call, 'write')
  const role = readRole(call)
  const { type, emailAddress, domain, allowFileDiscovery } = call.body
  if (type !== 'user' && type !== 'group' && type !== 'domain' && type !== 'anyone')
    throw new DriveError(400, 'badRequest', 'The permission type field is required.', 'permission.type')
  const named = type === 'user' || type === 'group'
  if (named && typeof emailAddress !== 'string')
    throw new DriveError(
      400,
      'invalidSharingRequest',
      'The specified emailAddress is invalid or not applicable for the given permission type.',
      'permission.emailAddress',
    )
  if (type === 'domain' && typeof domain !== 'string')
    throw new DriveError(
      400,
      'invalid',
      'The specified domain is invalid or not applicable for the given permission type.',
      'permission.domain',
    )
  const anyone = allowFileDiscovery === true ? 'anyone' : 'anyoneWithLink'
  const permission: Permission = {
    id: type === 'anyone' ? anyone : permissionId(String(named ? emailAddress : domain)),
    type,
    role,
    ...(named ? { emailAddress: String(emailAddress) } : {}),
    ...(type === 'domain' ? { domain: String(domain) } : {}),
    ...(named ? {} : { allowFileDiscovery: allowFileDiscovery === true }),
  }
  file.permissions = [...file.permissions.filter(({ id }) => id !== permission.id), permission]
  if (role === 'owner') passOwnership(call, permission)
  file.changes += 1
  return answered(call, permissionResource(permission), short)
}

function permissionOf(call: Call): Permission {
  const id = call.path.permissionId ?? ''
  const permission = fileOf(call, 'read').permissions.find((one) => one.id === id)
  if (!permission) throw new DriveError(404, 'notFound', `Permission not found: ${id}.`, 'permissionId')
  return permission
}

function readRole({ body, query }: Call): string {
  const role = body.role
  if (typeof role !== 'string' || !roles.includes(role))
    throw new DriveError(400, 'required', 'The permission role field is required.', 'permission.role')
  if (role === 'owner' && query.transferOwnership !== true)
    throw new DriveError(
      403,
      'forbidden',
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      'transferOwnership',
    )
  return role
}

/** The new owner's predecessor stays as a writer. */
function passOwnership(call: Call, owner: Permission): void {
  const file = fileOf(call, 'write')
  for (const permission of file.permissions)
    if (permission !== owner && permission.role === 'owner') permission.role = 'writer'
  file.owner = owner.emailAddress ?? file.owner
}
