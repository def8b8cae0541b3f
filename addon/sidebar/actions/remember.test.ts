// What is remembered last is what stays, however the calls overtake each other on their way.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { fakeApp } from '../testing/fake-app.ts'
import { remember } from './remember.ts'

test('a slow call never puts an older state over a newer one', async () => {
  let stored = {}
  const delays = [30, 1, 1]
  const app = fakeApp({
    rpc: {
      remember: async (preferences: object) => {
        await sleep(delays.shift())
        stored = preferences
        return {}
      },
    },
  })
  remember(app, { conversation_id: 'a', draft: 'half' })
  remember(app, { draft: '' })
  remember(app, { conversation_id: 'b' })
  await vi.waitFor(() => expect(stored).toEqual({ conversation_id: 'b', draft: '' }))
  await sleep(40)
  expect(stored).toEqual({ conversation_id: 'b', draft: '' })
})

test('a call that fails does not keep later ones from being made', async () => {
  let stored = {}
  let failing = true
  const app = fakeApp({
    rpc: {
      remember: async (preferences: object) => {
        if (failing) throw new Error('no answer')
        stored = preferences
        return {}
      },
    },
  })
  remember(app, { draft: 'one' })
  await sleep(5)
  failing = false
  remember(app, { draft: 'two' })
  await vi.waitFor(() => expect(stored).toEqual({ draft: 'two' }))
})
