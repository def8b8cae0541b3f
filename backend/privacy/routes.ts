// HTTP of a person's data as a whole.
import { Router } from 'express'
import type { Actor } from '../platform/http/actor.ts'
import { attachment } from '../platform/http/attachment.ts'
import { mount } from '../platform/http/mount.ts'
import { type DeletionParts, deleteAccount } from './delete-account.ts'
import { type ExportParts, exportAccount } from './export-account.ts'
import { sendArchive } from './send-archive.ts'

/** `enterStream` holds one of the person's places for long answers. */
export type PrivacyParts = DeletionParts & ExportParts & { enterStream(actor: Actor): Promise<() => void> }

export function privacyRouter(parts: PrivacyParts): Router {
  const router = Router()
  mount(router, 'exportAccount', async ({ actor, res }) => {
    const leave = await parts.enterStream(actor)
    try {
      res.status(200).type('application/zip').set('Content-Disposition', attachment('Tablewright data', 'zip'))
      await sendArchive(res, exportAccount(parts, actor))
    } finally {
      leave()
    }
    return undefined
  })
  mount(router, 'deleteAccount', async ({ actor, body }) => {
    await deleteAccount(parts, actor, body)
    return undefined
  })
  return router
}
