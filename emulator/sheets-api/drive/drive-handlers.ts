// The methods of Drive v3 that a program needs around spreadsheets.
import { newWorkbook } from '../../workbook/workbook.ts'
import { notFound } from '../api-error.ts'
import { spreadsheetType } from '../files.ts'
import { type Handlers, Raw } from '../http/call.ts'

export const driveHandlers: Handlers = {
  'drive.files.create': ({ body, files, caller }) => {
    const book = newWorkbook({ title: String(body.name ?? 'Untitled'), timeZone: 'Etc/GMT' })
    const file = files.add({ owner: caller.user, client: caller.client, book })
    return { kind: 'drive#file', id: file.id, name: book.title, mimeType: spreadsheetType }
  },
  'drive.files.delete': ({ path, files }) => {
    if (!files.get(path.fileId!)) throw notFound()
    files.remove(path.fileId!)
    return new Raw(204, '', '')
  },
}
