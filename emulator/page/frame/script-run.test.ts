// Tests of google.script.run's rules: arguments, handlers, ten at a time.
import { describe, expect, it, vi } from 'vitest'
import { createRunner, type Transport } from './script-run.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

function start(transport: Transport = async (_name, args) => ({ ok: true, result: args })) {
  const reported: Error[] = []
  const run = createRunner(['go'], transport, (error) => reported.push(error))
  return { run: run as unknown as Record<string, (...args: unknown[]) => typeof run>, reported }
}

async function sent(...args: unknown[]): Promise<unknown> {
  const { run } = start()
  const success = vi.fn()
  ;(run.withSuccessHandler!(success) as typeof run).go!(...args)
  await settled()
  return success.mock.calls[0]?.[0]
}

describe('arguments', () => {
  it('travel as copies: undefined as null, NaN as null, private keys dropped', async () => {
    expect(await sent(1, 'a', null, [undefined, Number.NaN], { a: 1, hidden__: 2, u: undefined })).toEqual([
      1,
      'a',
      null,
      [null, null],
      { a: 1, u: null },
    ])
  })

  it.each([
    ['a Date', { when: new Date() }, 'Failed due to illegal value in property: when'],
    ['a Map', [new Map()], 'Failed due to illegal value in property: 0'],
    ['a function', { f: () => {} }, 'Failed due to illegal value in property: f'],
    ['a class instance', new (class Thing {})(), 'Failed due to illegal value in property: 0'],
    ['a typed array', new Uint8Array(1), 'Failed due to illegal value in property: 0'],
  ])('refuse %s', (_name, value, message) => {
    const { run } = start()
    expect(() => run.go!(value)).toThrow(message)
  })

  it('refuse cycles but not repeats', async () => {
    const loop: Record<string, unknown> = {}
    loop.self = loop
    const { run } = start()
    expect(() => run.go!(loop)).toThrow('Failed due to circular reference.')
    const twice = { a: 1 }
    expect(await sent(twice, [twice])).toEqual([{ a: 1 }, [{ a: 1 }]])
  })
})

describe('runners', () => {
  it('are new for each handler and pass the user object', async () => {
    const { run, reported } = start(async () => ({ ok: false, name: 'ScriptError', message: 'no' }))
    const failure = vi.fn()
    const second = run.withFailureHandler!(failure) as typeof run
    expect(second).not.toBe(run)
    ;(second.withUserObject!('mine') as typeof run).go!()
    run.go!()
    await settled()
    expect(failure.mock.calls[0]).toEqual([expect.objectContaining({ name: 'ScriptError', message: 'no' }), 'mine'])
    expect(failure).toHaveBeenCalledTimes(1)
    expect(reported).toHaveLength(1)
  })

  it('offer only the functions of the project', () => {
    const { run } = start()
    expect(() => run.other!()).toThrow(TypeError)
  })

  it('keep the eleventh call waiting for one of ten', async () => {
    const pending: (() => void)[] = []
    const { run } = start(() => new Promise((resolve) => pending.push(() => resolve({ ok: true, result: null }))))
    for (let index = 0; index < 12; index++) run.go!(index)
    expect(pending).toHaveLength(10)
    pending[4]!()
    await settled()
    expect(pending).toHaveLength(11)
  })
})
