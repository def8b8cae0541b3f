// Drive methods that make, copy, change and delete files.
import { randomBytes } from 'node:crypto'
import { touch } from '../../workbook/changes.ts'
import { newWorkbook } from '../../workbook/workbook.ts'
import { type DriveFile, markModified, nameOf, realId, spreadsheetType } from '../files.ts'
import { type Call, type Json, Raw } from '../http/call.ts'
import { fileOf } from './drive-access.ts'
import { DriveError } from './drive-error.ts'
import { answered, fileResource, shortFile } from './file-resource.ts'

export function createFile(call: Call): Json {
  const { body, files, caller } = call
  const name = String(body.name ?? 'Untitled')
  const mimeType = String(body.mimeType ?? 'application/octet-stream')
  const book = mimeType === spreadsheetType ? newWorkbook({ title: name, timeZone: 'Etc/GMT' }) : null
  if (book && typeof body.id === 'string') book.id = body.id
  const file = files.add({
    ...(typeof body.id === 'string' ? { id: body.id } : {}),
    owner: caller.user,
    client: caller.client,
    mimeType,
    name,
    book,
    parents: parentsOf(call),
  })
  change(file, call)
  return answered(call, fileResource(file, caller), shortFile)
}

export function copyFile(call: Call): Json {
  const { body, files, caller } = call
  const source = fileOf(call, 'read')
  const title = typeof body.name === 'string' ? body.name : `Copy of ${nameOf(source)}`
  const id = randomBytes(33).toString('base64url')
  const book = source.book && { ...structuredClone(source.book), id, title }
  const copy = files.add({
    id,
    owner: caller.user,
    client: caller.client,
    mimeType: source.mimeType,
    name: title,
    book,
    parents: body.parents ? parentsOf(call) : source.parents,
    properties: { ...source.properties },
    appProperties: structuredClone(source.appProperties),
    ...(source.description === undefined ? {} : { description: source.description }),
  })
  const { name: _name, ...rest } = body
  change(copy, { ...call, body: rest })
  return answered(call, fileResource(copy, caller), shortFile)
}

export function updateFile(call: Call): Json {
  const file = fileOf(call, 'write')
  const { addParents, removeParents } = call.query
  const removed = String(removeParents ?? '')
    .split(',')
    .map(realId)
  const added = addParents ? String(addParents).split(',').map(realId) : []
  for (const parent of added) demandFolder(call, parent)
  file.parents = [...new Set([...file.parents.filter((parent) => !removed.includes(parent)), ...added])]
  change(file, call)
  markModified(file, call.caller.user)
  return answered(call, fileResource(file, call.caller), shortFile)
}

export function deleteFile(call: Call): Raw {
  const file = fileOf(call, 'write')
  if (file.owner !== call.caller.user)
    throw new DriveError(
      403,
      'insufficientFilePermissions',
      'The user does not have sufficient permissions for this file.',
    )
  call.files.remove(file.id)
  for (const child of call.files.all()) if (child.parents.includes(file.id)) call.files.remove(child.id)
  return new Raw(204, '', '')
}

function parentsOf(call: Call): string[] {
  const parents = ((call.body.parents ?? []) as string[]).map(realId)
  for (const parent of parents) demandFolder(call, parent)
  return parents.length > 0 ? parents : [realId('root')]
}

function demandFolder({ files }: Call, id: string): void {
  if (!files.get(id)) throw new DriveError(404, 'notFound', `File not found: ${id}.`, 'fileId')
}

/** Sets the fields that a body may set. */
function change(file: DriveFile, { body, caller }: Call): void {
  file.changes += 1
  if (typeof body.name === 'string') {
    file.name = body.name
    if (file.book && file.book.title !== body.name) {
      file.book.title = body.name
      touch(file.book)
    }
  }
  if (typeof body.description === 'string') file.description = body.description
  if (typeof body.starred === 'boolean') file.starred = body.starred
  if (typeof body.trashed === 'boolean') file.trashed = body.trashed
  if (body.properties) file.properties = merged(file.properties, body.properties as Json)
  if (body.appProperties)
    file.appProperties[caller.client] = merged(file.appProperties[caller.client] ?? {}, body.appProperties as Json)
}

/** A null takes a property away. */
function merged(own: Record<string, string>, given: Json): Record<string, string> {
  const all = Object.entries({ ...own, ...given }).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(all.map(([key, value]) => [key, String(value)]))
}
