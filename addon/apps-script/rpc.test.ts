// The door itself: what it lets in, what it remembers, and that it never breaks.
import { describe, expect, test } from 'vitest'
import { rpcOperations } from '../../shared/contract/rpc.ts'
import { openScript } from '../testing/open-script.ts'

describe('rpc', () => {
  test.each([
    ['no JSON', 'not json'],
    ['null', 'null'],
    ['an unknown call', '{"op":"toString"}'],
    ['a wrong input', '{"op":"write","input":{}}'],
  ])('%s ends in a problem in plain words', async (_, json) => {
    const answer = JSON.parse(String((await openScript()).runtime.call('rpc', json)))
    expect(answer).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/^(invalid|internal)$/) } })
    expect(answer.problem.detail).toMatch(/^Reload the spreadsheet/)
    expect(JSON.stringify(answer)).not.toMatch(/Error|at .*\d+:\d+/)
  })

  test('hello says where it is, who is there and nothing more at first', async () => {
    const hello = (await openScript({ user: 'ada@example.com' })).ask('hello', {})
    expect(rpcOperations.hello.output.parse(hello)).toMatchObject({
      spreadsheet: { name: 'Book', locale: 'en_US' },
      email: 'ada@example.com',
      preferences: {},
      last_write: null,
    })
  })

  test('identity hands out a token for the person', async () => {
    const { id_token } = (await openScript()).ask('identity', {})
    expect(id_token?.split('.')).toHaveLength(3)
  })

  test('remembers a long draft whole, changes one thing at a time, and forgets', async () => {
    const script = await openScript()
    const draft = '注文🙂'.repeat(2000)
    script.ask('remember', { draft, agreed: 'yes' })
    script.ask('remember', { conversation_id: 'c1' })
    expect(script.ask('hello', {}).preferences).toEqual({ draft, agreed: 'yes', conversation_id: 'c1' })
    script.ask('remember', { draft: 'short' })
    expect(script.ask('hello', {}).preferences.draft).toBe('short')
    script.ask('remember', { draft: '', conversation_id: '' })
    expect(script.ask('hello', {}).preferences).toEqual({ agreed: 'yes' })
  })
})

describe('menu and sidebar', () => {
  test.each(['NONE', 'LIMITED', 'FULL'] as const)('the menu is there in mode %s', async (mode) => {
    const { runtime } = await openScript()
    runtime.open(mode)
    expect(JSON.stringify(runtime.ui)).toContain('showSidebar')
  })

  test('the sidebar is told its backend and version', async () => {
    const { runtime } = await openScript()
    runtime.call('showSidebar')
    expect(JSON.stringify(runtime.ui)).toContain(
      JSON.stringify('{"backend_url":"https://backend.example","version":"1.2.3"}').slice(1, -1),
    )
  })

  test('a script property says another backend, and cannot break out of the page', async () => {
    const { runtime } = await openScript({ scriptProperties: { BACKEND_URL: 'https://own.example/</script>' } })
    runtime.call('showSidebar')
    expect(JSON.stringify(runtime.ui)).toContain('https://own.example/\\\\u003c/script>')
  })
})
