// DriveApp as far as spreadsheets need it: their files by id and name, and folders to put them in.
import { randomBytes } from 'node:crypto'
import { copyWorkbook } from '../../workbook/copy-workbook.ts'
import type { Workbook } from '../../workbook/workbook.ts'
import { accessOf } from '../access.ts'
import { boolean, instance, string } from '../arguments.ts'
import type { Execution } from '../execution.ts'
import { defineKind, type Handle, type Methods, make, SELF } from '../service.ts'
import { userHandle } from './users.ts'

type Folder = { id: string; name: string; files: Set<string>; folders: Folder[] }
type FileState = { workbook: Workbook }

export const FileKind = defineKind<FileState>('DriveApp.File')
const FolderKind = defineKind<Folder>('DriveApp.Folder')
const DriveKind = defineKind<null>('DriveApp')
const IteratorKind = defineKind<{ items: Handle[]; at: number }>('DriveApp.FileIterator')
const spreadsheetType = 'application/vnd.google-apps.spreadsheet'

const newFolder = (name: string): Folder => ({
  id: randomBytes(21).toString('base64url'),
  name,
  files: new Set(),
  folders: [],
})
const roots = new WeakMap<Execution['shared'], Folder>()

/** My Drive of the person whose project this is. */
function rootOf({ shared }: Execution): Folder {
  const known = roots.get(shared) ?? newFolder('My Drive')
  roots.set(shared, known)
  return known
}

const allFolders = (folder: Folder): Folder[] => [folder, ...folder.folders.flatMap(allFolders)]
const iterator = (items: Handle[]) => make(IteratorKind, { items, at: 0 })
const fileHandle = (workbook: Workbook) => make(FileKind, { workbook })
const files = (run: Execution) => [...run.shared.workbooks.values()]

function fileOf(run: Execution, id: string): Handle {
  const workbook = run.shared.workbooks.get(id)
  if (workbook) return fileHandle(workbook)
  throw new Error(
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
  )
}

const folderMethods: Methods<Folder> = {
  getId: ({ id }) => id,
  getName: ({ name }) => name,
  setName: (self, args) => {
    self.name = string(args, 0)
    return SELF
  },
  getUrl: ({ id }) => `https://drive.google.com/drive/folders/${id}`,
  createFolder: (self, args) => {
    const folder = newFolder(string(args, 0))
    self.folders.push(folder)
    return make(FolderKind, folder)
  },
  getFolders: ({ folders }) => iterator(folders.map((folder) => make(FolderKind, folder))),
  getFoldersByName: ({ folders }, args) =>
    iterator(folders.filter(({ name }) => name === string(args, 0)).map((folder) => make(FolderKind, folder))),
  getFiles: (self, _args, run) =>
    iterator(
      files(run)
        .filter(({ id }) => self.files.has(id))
        .map(fileHandle),
    ),
  getFilesByName: (self, args, run) =>
    iterator(
      files(run)
        .filter(({ id, title }) => self.files.has(id) && title === string(args, 0))
        .map(fileHandle),
    ),
  setTrashed: (_self, args) => {
    boolean(args, 0)
    return SELF
  },
}
Object.assign(FolderKind.methods, folderMethods)

Object.assign(FileKind.methods, {
  getId: ({ workbook }) => workbook.id,
  getName: ({ workbook }) => workbook.title,
  setName: ({ workbook }, args) => {
    workbook.title = string(args, 0)
    return SELF
  },
  getMimeType: () => spreadsheetType,
  getUrl: ({ workbook }) => `https://docs.google.com/spreadsheets/d/${workbook.id}/edit?usp=drivesdk`,
  getOwner: ({ workbook }, _args, run) => userHandle(accessOf(workbook, run.shared.user.email).owner),
  isTrashed: ({ workbook }, _args, run) => !run.shared.workbooks.has(workbook.id),
  setTrashed: ({ workbook }, args, run) => {
    if (boolean(args, 0)) run.shared.workbooks.delete(workbook.id)
    else run.shared.workbooks.set(workbook.id, workbook)
    return SELF
  },
  moveTo: ({ workbook }, args, run) => {
    for (const folder of allFolders(rootOf(run))) folder.files.delete(workbook.id)
    instance(args, 0, FolderKind).files.add(workbook.id)
    return SELF
  },
  getParents: ({ workbook }, _args, run) =>
    iterator(
      allFolders(rootOf(run))
        .filter((folder) => folder.files.has(workbook.id))
        .map((folder) => make(FolderKind, folder)),
    ),
  makeCopy: ({ workbook }, args, run) => {
    const copy = copyWorkbook(workbook, args.length > 0 ? string(args, 0) : `Copy of ${workbook.title}`)
    run.shared.workbooks.set(copy.id, copy)
    return fileHandle(copy)
  },
} satisfies Methods<FileState>)

Object.assign(IteratorKind.methods, {
  hasNext: ({ items, at }) => at < items.length,
  next: (self) => {
    const item = self.items[self.at]
    if (!item) throw new Error('Cannot retrieve the next object: iterator has reached the end.')
    self.at += 1
    return item
  },
} satisfies Methods<{ items: Handle[]; at: number }>)

Object.assign(
  DriveKind.methods,
  Object.fromEntries(
    ['createFolder', 'getFoldersByName', 'getFolders'].map((name) => [
      name,
      (_self: null, args: readonly unknown[], run: Execution) => folderMethods[name]!(rootOf(run), args, run),
    ]),
  ),
  {
    getRootFolder: (_self, _args, run) => make(FolderKind, rootOf(run)),
    getFolderById: (_self, args, run) => {
      const folder = allFolders(rootOf(run)).find(({ id }) => id === string(args, 0))
      if (!folder) return fileOf(run, '')
      return make(FolderKind, folder)
    },
    getFileById: (_self, args, run) => fileOf(run, string(args, 0)),
    getFilesByName: (_self, args, run) =>
      iterator(
        files(run)
          .filter(({ title }) => title === string(args, 0))
          .map(fileHandle),
      ),
  } satisfies Methods<null>,
)

export const driveApp = make(DriveKind, null)
