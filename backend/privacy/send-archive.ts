// Sends files as a ZIP archive that is made on the way: nothing is gathered in memory or on the disk.
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Response } from 'express'
import { ZipFile } from 'yazl'
import type { ArchiveEntry } from './export-account.ts'

/** Ends early when the client leaves. What fails after the beginning cuts the connection: half an archive must not look whole. */
export async function sendArchive(res: Response, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  const zip = new ZipFile()
  const gone = new Promise<void>((resolve) => res.once('close', resolve))
  const failed = new Promise<never>((_, reject) => zip.once('error', reject))
  failed.catch(() => {})
  zip.outputStream.pipe(res)
  try {
    for await (const { path, content } of entries) {
      const stream = Readable.from(content, { objectMode: false })
      const read = once(stream, 'end')
      read.catch(() => {})
      zip.addReadStream(stream, path, { mtime: new Date() })
      await Promise.race([read, gone, failed])
      if (res.destroyed) {
        stream.destroy()
        return
      }
    }
    zip.end()
    await Promise.race([once(res, 'finish'), gone, failed])
  } catch (error) {
    res.destroy()
    throw error
  }
}
