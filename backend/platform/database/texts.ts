// How people's texts are kept in the database: as they are, or sealed when the server has a key for them.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SecretBox } from '../secrets/secret-box.ts'

/**
 * Sealed texts stand between marks, so that what was stored before there was a key stays readable, and texts that the
 * database puts together of several stay readable too. Every text belongs to its workspace: it opens for no other.
 */
export type Texts = {
  seal(text: string, workspaceId: string): Promise<string>
  open(stored: string, workspaceId: string): Promise<string>
  /** For columns of JSON: a text that is JSON itself, when it is sealed. Null and empty lists and objects stay as they are. */
  sealJson<T>(value: T, workspaceId: string): Promise<T | string>
  openJson<T>(stored: T | string, workspaceId: string): Promise<T>
  sealBytes(bytes: Buffer, workspaceId: string): Promise<Buffer>
  openBytes(stored: Buffer, workspaceId: string): Promise<Buffer>
  /** The text sealed as a whole under the key that seals now; null when it is so already. Throws SecretError. */
  renew(stored: string, workspaceId: string): Promise<string | null>
  renewJson(stored: unknown, workspaceId: string): Promise<string | null>
  renewBytes(stored: Buffer, workspaceId: string): Promise<Buffer | null>
}

const mark = '\u0001sealed:'
const segment = new RegExp(`${mark}([\\w.-]+)\u0001`, 'g')

const isEmpty = (value: unknown) => value == null || (typeof value === 'object' && Object.keys(value).length === 0)

/** Nobody's text may look like a sealed one. */
const plain = (text: string) => (text.includes(mark) ? text.replaceAll(mark, 'sealed:') : text)

/** What begins so is a file under a key of its own, which stands sealed in front of it. */
const magic = Buffer.from('\u0089TWS1', 'latin1')
const cipher = 'aes-256-gcm'

/** A sealed file: its sealed key, then the rest: initialisation vector, tag, and what is sealed. */
function joinFile(sealedKey: string, ...rest: Buffer[]): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(sealedKey.length)
  return Buffer.concat([magic, length, Buffer.from(sealedKey), ...rest])
}

/** Where the sealed key of such a file stands in it; null for a file as it is. */
function sealedKeyIn(stored: Buffer): { from: number; to: number } | null {
  if (!stored.subarray(0, magic.length).equals(magic)) return null
  const from = magic.length + 2
  return { from, to: from + stored.readUInt16BE(magic.length) }
}

async function replaceSegments(stored: string, replace: (sealed: string) => Promise<string>): Promise<string> {
  if (!stored.includes(mark)) return stored
  const parts = await Promise.all([...stored.matchAll(segment)].map(([, sealed = '']) => replace(sealed)))
  return stored.replace(segment, () => parts.shift() ?? '')
}

const noKey = () => {
  throw new Error('A text in the database is sealed, and this server has no key for it. Set DATA_KEY as it was.')
}

/** Without a box texts are stored as they are; sealed ones of before cannot be read. */
export function createTexts(box: SecretBox | null): Texts {
  const seal = async (text: string, workspaceId: string) =>
    box && text !== '' ? `${mark}${await box.seal(text, workspaceId)}\u0001` : plain(text)
  const open = (stored: string, workspaceId: string) =>
    replaceSegments(stored, (sealed) => (box ? box.open(sealed, workspaceId) : noKey()))
  const sealBytes = async (bytes: Buffer, workspaceId: string) => {
    if (!box) return bytes
    const [key, iv] = [randomBytes(32), randomBytes(12)]
    const sealing = createCipheriv(cipher, key, iv)
    const body = [sealing.update(bytes), sealing.final()]
    return joinFile(await box.seal(key.toString('base64'), workspaceId), iv, sealing.getAuthTag(), ...body)
  }
  const renew = async (stored: string, workspaceId: string) => {
    if (!box || stored === '') return null
    const [only] = stored.matchAll(segment)
    if (only?.[0] !== stored) return await seal(await open(stored, workspaceId), workspaceId)
    const again = await box.reseal(only[1] ?? '')
    return again === null ? null : `${mark}${again}\u0001`
  }
  return {
    seal,
    open,
    sealJson: async (value, workspaceId) =>
      box && !isEmpty(value) ? await seal(JSON.stringify(value), workspaceId) : value,
    async openJson<T>(stored: T | string, workspaceId: string): Promise<T> {
      if (typeof stored !== 'string' || !stored.startsWith(mark)) return stored as T
      return JSON.parse(await open(stored, workspaceId)) as T
    },
    sealBytes,
    async openBytes(stored, workspaceId) {
      const place = sealedKeyIn(stored)
      if (!place) return stored
      if (!box) return noKey()
      const { from, to } = place
      const key = Buffer.from(await box.open(stored.toString('latin1', from, to), workspaceId), 'base64')
      const opening = createDecipheriv(cipher, key, stored.subarray(to, to + 12))
      opening.setAuthTag(stored.subarray(to + 12, to + 28))
      return Buffer.concat([opening.update(stored.subarray(to + 28)), opening.final()])
    },
    renew,
    renewJson: async (stored, workspaceId) =>
      isEmpty(stored) ? null : await renew(typeof stored === 'string' ? stored : JSON.stringify(stored), workspaceId),
    async renewBytes(stored, workspaceId) {
      const place = sealedKeyIn(stored)
      if (!box || !place) return box ? await sealBytes(stored, workspaceId) : null
      const again = await box.reseal(stored.toString('latin1', place.from, place.to))
      return again === null ? null : joinFile(again, stored.subarray(place.to))
    },
  }
}

const unsealed = createTexts(null)
const known = new WeakMap<object, Texts>()

/** From now on texts that go through this connection, and through its transactions, are kept so. */
export const keepTexts = (db: object, texts: Texts): void => void known.set(db, texts)

/** How texts are kept in that database: stores ask it, so that none can forget to seal. */
export const textsOf = (db: object): Texts => known.get(db) ?? unsealed
