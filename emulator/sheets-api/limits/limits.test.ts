// Quotas and ordered faults, as a client meets them.
import { describe, expect, it } from 'vitest'
import { ApiError } from '../api-error.ts'
import { startSheetsApi } from '../start-sheets-api.ts'
import { asker, newSpreadsheet } from '../testing/ask.ts'
import { newQuota } from './quota.ts'

describe('quotas', () => {
  const get = 'sheets.spreadsheets.get'
  const caller = (user: string) => ({ user, client: 'app', scopes: [] })
  const limitOf = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (error instanceof ApiError)
        return (error.details as { metadata: { quota_limit: string } }[])[0]!.metadata.quota_limit
    }
    return null
  }

  it('let a user do sixty reads and sixty writes a minute', () => {
    let now = 0
    const quota = newQuota(() => now)
    for (let count = 0; count < 60; count++) quota.take(caller('ann'), get)
    expect(limitOf(() => quota.take(caller('ann'), get))).toBe('ReadRequestsPerMinutePerUser')
    expect(limitOf(() => quota.take(caller('ann'), 'sheets.spreadsheets.batchUpdate'))).toBeNull()
    expect(limitOf(() => quota.take(caller('bob'), get))).toBeNull()
    now = 60_001
    expect(limitOf(() => quota.take(caller('ann'), get))).toBeNull()
  })

  it('let a project do three hundred', () => {
    const quota = newQuota(() => 0)
    for (let count = 0; count < 300; count++) quota.take(caller(`user ${count % 10}`), get)
    expect(limitOf(() => quota.take(caller('one more'), get))).toBe('ReadRequestsPerMinutePerProject')
  })

  it('can be so many times as large, and count whom they refuse', () => {
    const quota = newQuota(() => 0, 2)
    for (let count = 0; count < 120; count++) quota.take(caller('ann'), get)
    expect(quota.refused()).toBe(0)
    expect(limitOf(() => quota.take(caller('ann'), get))).toBe('ReadRequestsPerMinutePerUser')
    expect(quota.refused()).toBe(1)
  })

  it('answer over HTTP as Google does', async () => {
    const api = await startSheetsApi({ open: true })
    try {
      const ask = asker(api.url)
      const book = await newSpreadsheet(ask)
      for (let count = 0; count < 60; count++) expect((await ask('POST', `${book}/values/A1:clear`)).status).toBe(200)
      const { status, body } = await ask('POST', `${book}/values/A1:clear`)
      expect(status).toBe(429)
      expect(body.error).toMatchObject({
        code: 429,
        status: 'RESOURCE_EXHAUSTED',
        message: expect.stringMatching(
          /^Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets\.googleapis\.com' for consumer 'project_number:\d+'\.$/,
        ),
      })
      expect(body.error.details[0]).toMatchObject({
        reason: 'RATE_LIMIT_EXCEEDED',
        metadata: {
          quota_limit: 'WriteRequestsPerMinutePerUser',
          quota_limit_value: '60',
          service: 'sheets.googleapis.com',
        },
      })
      expect((await ask('GET', book)).status).toBe(200)
    } finally {
      await api.close()
    }
  })
})

describe('faults', () => {
  it('meet the requests that they were ordered for, as often as they were', async () => {
    const api = await startSheetsApi({ open: true, quota: false, faults: [{ kind: '429', match: ':batchUpdate' }] })
    try {
      const ask = asker(api.url)
      const book = await newSpreadsheet(ask)
      const add = () =>
        ask('POST', `${book}:batchUpdate`, { requests: [{ addSheet: { properties: { title: 'Once' } } }] })
      expect((await add()).body.error.status).toBe('RESOURCE_EXHAUSTED')
      await ask('POST', '/emulator/faults', { kind: '503-html', times: 2, match: `GET ${book}` })
      for (const _ of [1, 2]) {
        const { status, text } = await ask('GET', book)
        expect(status).toBe(503)
        expect(text).toContain('<title>Error 503 (Service Unavailable)!!1</title>')
      }
      expect((await ask('GET', book)).status).toBe(200)
      await ask('POST', '/emulator/faults', { kind: '408-html' })
      expect((await ask('GET', book)).text).toContain('Error 408 (Request Timeout)!!1')

      await ask('POST', '/emulator/faults', { kind: 'applied-but-answer-lost', match: ':batchUpdate' })
      await expect(add()).rejects.toThrow()
      expect((await add()).body.error.message).toBe(
        'Invalid requests[0].addSheet: A sheet with the name "Once" already exists. Please enter another name.',
      )
      expect((await ask('POST', '/emulator/faults', { kind: 'flood' })).status).toBe(400)
      api.inject({ kind: '429', times: 5 })
      await ask('DELETE', '/emulator/faults')
      expect((await ask('GET', book)).status).toBe(200)
    } finally {
      await api.close()
    }
  })

  it('can be slow', async () => {
    const api = await startSheetsApi({ open: true, faults: [{ kind: 'slow', delayMs: 60 }] })
    try {
      const before = performance.now()
      expect((await asker(api.url)('GET', '/drive/v3/files')).status).toBe(200)
      expect(performance.now() - before).toBeGreaterThan(50)
    } finally {
      await api.close()
    }
  })
})
