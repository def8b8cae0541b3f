// Texts at rest: sealed with a key, as they are without, and readable when both meet in one column.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSecretBox } from '../secrets/secret-box.ts'
import { createTexts, keepTexts, textsOf } from './texts.ts'

const key = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })
const [old, next] = [key('old'), key('next')]
const textsWith = (...keys: ReturnType<typeof key>[]) =>
  createTexts(createSecretBox({ keys, keptFile: '/nowhere/key' }))
const [sealing, plain] = [textsWith(old), createTexts(null)]

test.each(['words', 'ä 表 🙂\n', '\u0001', '\u0001sealed:x', 'x'.repeat(300_000)])('%.12s comes back', async (text) => {
  const stored = await sealing.seal(text, 'w1')
  if (text.length > 4) expect(stored).not.toContain(text.replace('\u0001sealed:x', 'sealed:x').slice(0, 200))
  expect(await sealing.open(stored, 'w1')).toBe(text)
  await expect(sealing.open(stored, 'w2')).rejects.toThrow('it belongs to something else')
  await expect(plain.open(stored, 'w1')).rejects.toThrow('DATA_KEY')
})

test('an empty text stays empty: the database asks for it', async () => {
  expect(await sealing.seal('', 'w1')).toBe('')
})

test('what was stored before the key, and what the database put together, is one text', async () => {
  const before = await plain.seal('Before, ', 'w1')
  const stored = before + (await sealing.seal('then', 'w1')) + (await sealing.seal(' and now', 'w1'))
  expect(await sealing.open(stored, 'w1')).toBe('Before, then and now')
})

test('without a key nobody can write what looks like a sealed text', async () => {
  const forged = await sealing.seal('theirs', 'w1')
  const stored = await plain.seal(`I know ${forged}`, 'w1')
  expect(await sealing.open(stored, 'w1')).toBe(stored)
})

test('JSON and bytes come back, sealed or not', async () => {
  const rows = [['Ada', 1, null, true]]
  for (const texts of [sealing, plain]) {
    const json = await texts.sealJson(rows, 'w1')
    expect(JSON.stringify(json).includes('Ada')).toBe(texts === plain)
    expect(await sealing.openJson(json, 'w1')).toEqual(rows)
    const file = randomBytes(100_000)
    const bytes = await texts.sealBytes(file, 'w1')
    expect(bytes.equals(file)).toBe(texts === plain)
    expect((await sealing.openBytes(bytes, 'w1')).equals(file)).toBe(true)
  }
  const file = await sealing.sealBytes(Buffer.from('content of a file'), 'w1')
  const changed = Buffer.from(file)
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1)
  await expect(sealing.openBytes(changed, 'w1')).rejects.toThrow()
  await expect(sealing.openBytes(file, 'w2')).rejects.toThrow()
})

test('a new key takes over what is under an old one, and what is under none', async () => {
  const both = textsWith(next, old)
  const stored = `plain ${await sealing.seal('old', 'w1')}${await both.seal(' new', 'w1')}`
  for (const text of [stored, await sealing.seal('plain old new', 'w1'), 'plain old new']) {
    const again = (await both.renew(text, 'w1')) ?? ''
    expect(await textsWith(next).open(again, 'w1')).toBe('plain old new')
    expect(await both.renew(again, 'w1')).toBeNull()
    expect(await plain.renew(text, 'w1')).toBeNull()
  }
  const file = Buffer.from('content of a file')
  for (const bytes of [file, await sealing.sealBytes(file, 'w1')]) {
    const again = (await both.renewBytes(bytes, 'w1')) ?? Buffer.alloc(0)
    expect(await textsWith(next).openBytes(again, 'w1')).toEqual(file)
    expect(await both.renewBytes(again, 'w1')).toBeNull()
  }
})

test('each connection keeps texts its own way', () => {
  const [one, other] = [{}, {}]
  keepTexts(one, sealing)
  expect(textsOf(one)).toBe(sealing)
  expect(textsOf(other).open('x', 'w')).toBeInstanceOf(Promise)
  expect(textsOf(other)).not.toBe(sealing)
})
