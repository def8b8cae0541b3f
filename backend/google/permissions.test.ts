// Who may open a spreadsheet: through a local Drive, and what is said of everything that Google refuses.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type SheetsApi, startSheetsApi } from '../../emulator/sheets-api/start-sheets-api.ts'
import { createGoogleApi, type GoogleApi } from '../platform/google/google-api.ts'
import { Problem } from '../platform/problem.ts'
import { grantPermission, listPermissions, revokePermission } from './permissions.ts'

let drive: SheetsApi
let google: GoogleApi
let id: string
const stops: (() => void)[] = []
beforeAll(async () => {
  drive = await startSheetsApi({ open: true, quota: false })
  google = createGoogleApi({ root: drive.url, token: async () => 'any', sleep: async () => {} })
  const made = await google.call({
    method: 'POST',
    url: google.sheets,
    body: {},
    answer: z.object({ spreadsheetId: z.string() }),
  })
  id = made.spreadsheetId
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})
afterAll(() => drive.close())

const bob = { type: 'user', email: 'bob@example.com', role: 'reader', notify: false } as const

describe('permissions', () => {
  it('are listed, granted, changed and taken back', async () => {
    const [owner] = await listPermissions(google, id)
    expect(owner).toMatchObject({ type: 'user', role: 'owner', expires_at: null })
    const granted = await grantPermission(google, id, bob)
    expect(granted).toMatchObject({ type: 'user', role: 'reader', email: 'bob@example.com', domain: null })
    expect(await grantPermission(google, id, { ...bob, role: 'writer' })).toMatchObject({
      id: granted.id,
      role: 'writer',
    })
    await grantPermission(google, id, { type: 'anyone', role: 'reader' })
    await grantPermission(google, id, { type: 'domain', domain: 'example.com', role: 'commenter' })
    expect((await listPermissions(google, id)).map(({ type, role }) => `${type} ${role}`)).toEqual([
      'user owner',
      'user writer',
      'anyone reader',
      'domain commenter',
    ])
    await revokePermission(google, id, granted.id)
    expect(await listPermissions(google, id)).toHaveLength(3)
    await expect(revokePermission(google, id, granted.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are granted and taken back once although answers were lost', async () => {
    drive.inject({ kind: 'applied-but-answer-lost', match: 'POST /drive/v3' })
    const granted = await grantPermission(google, id, { ...bob, email: 'eve@example.com', notify: true })
    drive.inject({ kind: 'applied-but-answer-lost', match: 'DELETE /drive/v3' })
    await revokePermission(google, id, granted.id)
    expect((await listPermissions(google, id)).map(({ email }) => email)).not.toContain('eve@example.com')
  })

  it('of the owner stay', async () => {
    const [owner] = await listPermissions(google, id)
    await expect(revokePermission(google, id, owner?.id ?? '')).rejects.toMatchObject({ code: 'sharing_refused' })
  })

  it('of a spreadsheet that is not there are said to be so', async () => {
    await expect(listPermissions(google, 'gone/../../about')).rejects.toMatchObject({ code: 'spreadsheet_missing' })
    await expect(grantPermission(google, 'gone', bob)).rejects.toMatchObject({ code: 'spreadsheet_missing' })
  })
})

/** A Drive that answers everything with one refusal. */
async function refusing(status: number, body: object | string): Promise<GoogleApi> {
  const server = createServer((_request, response) =>
    response
      .writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => server.close().closeAllConnections())
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createGoogleApi({ root, token: async () => 'any', attempts: 2, sleep: async () => {} })
}

const driveError = (code: number, reason: string, message: string, domain = 'global') => ({
  error: { code, message, errors: [{ domain, reason, message }] },
})

describe('what Google refuses', () => {
  it.each([
    [400, 'invalidSharingRequest', 'Bad Request. User message: "You are trying to invite x@y.z."', 'sharing_refused'],
    [403, 'publishOutNotPermitted', 'You cannot publish outside.', 'sharing_refused'],
    [403, 'sharingRateLimitExceeded', 'Rate limit exceeded. User message: "…"', 'google_busy'],
    [403, 'insufficientFilePermissions', 'The user does not have sufficient permissions.', 'spreadsheet_closed'],
    [
      403,
      'cannotModifyInheritedTeamDrivePermission',
      'Cannot update or delete an inherited permission',
      'sharing_refused',
    ],
    [400, 'invalid', 'The specified domain is invalid', 'sharing_refused'],
    [404, 'notFound', 'File not found: x.', 'spreadsheet_missing'],
    [401, 'authError', 'Invalid Credentials', 'google_reconnect'],
  ])('%i %s', async (status, reason, message, expected) => {
    const error = await grantPermission(await refusing(status, driveError(status, reason, message)), 'x', bob).catch(
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(Problem)
    expect(error).toMatchObject({ code: expected })
    // Google's message may repeat an address.
    expect((error as Problem).detail).not.toMatch(/trying to invite|User message|Nothing was written/)
  })

  it('is told apart from a failure', async () => {
    const limited = await refusing(403, driveError(403, 'userRateLimitExceeded', 'User rate limit', 'usageLimits'))
    await expect(listPermissions(limited, 'x')).rejects.toMatchObject({ code: 'google_busy' })
    await expect(listPermissions(await refusing(503, '<title>Error 503</title>'), 'x')).rejects.toMatchObject({
      code: 'google_failed',
    })
  })
})
