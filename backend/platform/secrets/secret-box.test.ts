// What is sealed opens with its key alone, unchanged, and for what it belongs to; keys can be changed.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { type Resealed, resealRows, type SealedRow } from './reseal-rows.ts'
import { createSecretBox, SecretError } from './secret-box.ts'
import { readSecretKeys } from './secret-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'tablewright-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const base64 = () => randomBytes(32).toString('base64')
const [k1, k2] = [`k1:${base64()}`, `k2:${base64()}`]
const box = (text: string, keptFile = join(folder, 'never')) =>
  createSecretBox({ keys: readSecretKeys(text) ?? [], keptFile })

test.each(['1//0refresh', '', 'ä 表 🙂\n', 'x'.repeat(200_000)])('a text comes back as it was: %.20s', async (text) => {
  const sealed = await box(k1).seal(text)
  if (text) expect(sealed).not.toContain(text)
  expect(await box(k1).open(sealed)).toBe(text)
  expect(await box(k1).seal(text)).not.toBe(sealed)
})

test('it is a compact JWE as other libraries make and read it', async () => {
  const key = readSecretKeys(k1)?.[0]?.key ?? new Uint8Array()
  const { plaintext, protectedHeader } = await compactDecrypt(await box(k1).seal('ä 表 🙂', 'row 1'), key)
  expect([Buffer.from(plaintext).toString(), protectedHeader]).toEqual([
    'ä 表 🙂',
    { alg: 'dir', enc: 'A256GCM', kid: 'k1', sub: 'row 1' },
  ])
  const header = { alg: 'dir', enc: 'A256GCM', kid: 'k1', sub: 'row 1' }
  const made = await new CompactEncrypt(Buffer.from('ä 表 🙂')).setProtectedHeader(header).encrypt(key)
  expect(await box(k1).open(made, 'row 1')).toBe('ä 表 🙂')
})

test('every key opens, the first one seals', async () => {
  const old = await box(k1).seal('token')
  expect(await box(`${k2},${k1}`).open(old)).toBe('token')
  expect(box(`${k2},${k1}`).keyId).toBe('k2')
  await expect(box(k1).open(await box(`${k2},${k1}`).seal('token'))).rejects.toThrow('the key “k2”')
})

test('a key that the server does not have is named, and what to do', async () => {
  const sealed = await box(k1).seal('token')
  await expect(box(k2).open(sealed)).rejects.toMatchObject({
    reason: 'unknown_key',
    message: expect.stringMatching(/the key “k1”, which this server does not have\. Add that key to SECRETS_KEY/),
  })
})

test('another key under the same name opens nothing', async () => {
  const sealed = await box(k1).seal('token')
  await expect(box(`k1:${base64()}`).open(sealed)).rejects.toMatchObject({ reason: 'damaged' })
})

test('a changed letter in any part is noticed', async () => {
  const sealed = await box(k1).seal('a token that is long enough to be changed', 'row 1')
  const parts = sealed.split('.')
  for (const [index, part] of parts.entries()) {
    if (part === '') continue
    const changed = part.slice(0, 2) + (part[2] === 'A' ? 'B' : 'A') + part.slice(3)
    await expect(box(k1).open(parts.with(index, changed).join('.'), 'row 1')).rejects.toThrow(/secret in the database/)
  }
  await expect(box(k1).open(sealed.slice(0, -1), 'row 1')).rejects.toThrow(/secret in the database/)
})

test('it opens only for what it belongs to', async () => {
  const sealed = await box(k1).seal('token', 'connection 1')
  expect(await box(k1).open(sealed, 'connection 1')).toBe('token')
  await expect(box(k1).open(sealed, 'connection 2')).rejects.toMatchObject({ reason: 'damaged' })
  await expect(box(k1).open(sealed)).rejects.toMatchObject({ reason: 'damaged' })
})

test.each(['', 'token', 'a.b.c.d.e', '{}'])('what was never sealed is said to be so: “%s”', async (text) => {
  await expect(box(k1).open(text)).rejects.toMatchObject({ reason: 'not_sealed' })
})

test('no other algorithm is taken, whatever the header says', async () => {
  const [key] = readSecretKeys(k1) ?? []
  const other = await new CompactEncrypt(Buffer.from('token'))
    .setProtectedHeader({ alg: 'A256GCMKW', enc: 'A256GCM', kid: 'k1' })
    .encrypt(key?.key ?? new Uint8Array())
  await expect(box(k1).open(other)).rejects.toMatchObject({ reason: 'damaged' })
})

test('no message holds the secret', async () => {
  const sealed = await box(k1).seal('the-secret-itself', 'row')
  const attempts = [
    [k2, sealed, 'row'],
    [k1, sealed, 'other'],
    [k1, `${sealed}x`, 'row'],
  ] as const
  for (const [keys, text, about] of attempts) {
    const error = await box(keys)
      .open(text, about)
      .catch((caught: Error) => caught)
    expect(error).toBeInstanceOf(SecretError)
    expect(String(error)).not.toMatch(/the-secret-itself/)
    expect(String(error)).not.toContain(sealed)
  }
})

test('a key is made where none is configured, at the first use, and goes on opening when one is', async () => {
  const kept = join(folder, 'kept')
  const own = box('', kept)
  expect(existsSync(kept)).toBe(false)
  const sealed = await own.seal('token')
  expect(existsSync(kept)).toBe(true)
  expect(await box('', kept).open(sealed)).toBe('token')
  expect(await box(k1, kept).open(sealed)).toBe('token')
  await expect(box('', join(folder, 'of another replica')).open(sealed)).rejects.toMatchObject({
    reason: 'unknown_key',
  })
})

test.each([
  ['k1', null],
  ['k1:short', null],
  [`${k1},${k1}`, null],
  [`:${base64()}`, null],
  [`k1:${randomBytes(16).toString('base64')}`, null],
  [`k1:${randomBytes(64).toString('base64')}`, null],
  [`${k1},`, null],
])('what names no keys is no list of keys: %.12s', (text, expected) => {
  expect(readSecretKeys(text)).toBe(expected)
})

test('keys may be written in either base64, with spaces between them', () => {
  const bytes = randomBytes(32)
  const read = readSecretKeys(` old-1:${bytes.toString('base64url')} , new_2:${bytes.toString('base64')} `)
  expect(read).toEqual(['old-1', 'new_2'].map((id) => ({ id, key: new Uint8Array(bytes) })))
})

test('rows are sealed anew under the first key, whatever happens meanwhile', async () => {
  const rows = new Map<number, string>()
  for (let id = 0; id < 250; id++) rows.set(id, await box(k1).seal(`token ${id}`, `row ${id}`))
  rows.set(7, await box(`k3:${base64()}`).seal('lost'))
  rows.set(8, await box(k2).seal('token 8', 'row 8'))
  const both = box(`${k2},${k1}`)
  const place = {
    name: 'rows',
    read: async (after: number | undefined, limit: number): Promise<SealedRow<number>[]> =>
      [...rows]
        .filter(([id]) => id > (after ?? -1))
        .slice(0, limit)
        .map(([key, sealed]) => ({ key, sealed })),
    replace: async ({ key, sealed }: SealedRow<number>, next: string) => {
      // Somebody stores another secret between the reading and the writing.
      if (key === 9) rows.set(9, await both.seal('newer', 'row 9'))
      if (rows.get(key) !== sealed) return false
      rows.set(key, next)
      return true
    },
  }
  const expected: Resealed = { name: 'rows', resealed: 247, kept: 2, unreadable: [expect.stringContaining('“k3”')] }
  expect(await resealRows(both, place)).toEqual(expected)
  expect(await box(k2).open(rows.get(249) ?? '', 'row 249')).toBe('token 249')
  expect(await box(k2).open(rows.get(9) ?? '', 'row 9')).toBe('newer')
  expect(await resealRows(both, place)).toEqual({ ...expected, resealed: 0, kept: 249 })
})
