// Whatever holders of a session's tokens do, in whatever order: there is one line of tokens, and theft ends it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ env: { RATE_LIMIT_ADDRESS: '0' } })
})
afterAll(() => app.close())

/** Somebody shows the token that was given out as `pick` (newest 0), with a key or without, some of them at once. */
const Step = fc.array(fc.record({ pick: fc.nat(3), key: fc.option(fc.constantFrom('a', 'b')) }), {
  minLength: 1,
  maxLength: 3,
})

test('one line, and one end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { email, userId } = await app.signUp()
      const login = await (await app.call('POST', '/auth/login', { body: { email, password } })).json()
      const given: string[] = [login.refresh_token]
      const usedWith = new Map<string, string | null>()
      for (const step of steps) {
        const shown = step.map(({ pick, key }) => ({ token: given.at(-1 - pick) ?? given[0] ?? '', key }))
        const answers = await Promise.all(
          shown.map(async ({ token, key }) => {
            const headers: Record<string, string> = key === null ? {} : { 'idempotency-key': key }
            const answer = await app.call('POST', '/auth/refresh', { body: { refresh_token: token }, headers })
            return { token, key, status: answer.status, body: await answer.json() }
          }),
        )
        const [row] = await app.sql<[{ sessions: number; unused: number }]>`
          select count(distinct s.id)::int as sessions, count(t.*) filter (where t.used_at is null)::int as unused
          from sessions s join refresh_tokens t on t.session_id = s.id where s.user_id = ${userId}`
        expect(row.unused).toBe(row.sessions)
        const fresh = new Set<string>()
        for (const { token, key, status, body } of answers) {
          expect([200, 401, 409]).toContain(status)
          if (status !== 200) continue
          // One token never leads to two.
          if (given.includes(body.refresh_token)) expect(usedWith.get(token)).toBe(key)
          else fresh.add(body.refresh_token)
          usedWith.set(token, key)
        }
        given.push(...fresh)
        if (row.sessions === 1) continue
        for (const token of given)
          expect((await app.call('POST', '/auth/refresh', { body: { refresh_token: token } })).status).toBe(401)
        expect((await app.call('GET', '/auth/me', { token: login.access_token })).status).toBe(401)
        return
      }
    }),
    { numRuns: 4 * Number(process.env.STRESS ?? 1) },
  )
})
