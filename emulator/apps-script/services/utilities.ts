// Utilities: identifiers, encodings, digests and signatures, archives, dates, texts and sleeping.
import { createHash, createHmac, createSign, randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { isDate, list, number, SignatureMismatch, string } from '../arguments.ts'
import { Charset, DigestAlgorithm, enumConstants, enumName, MacAlgorithm, RsaAlgorithm } from '../enums.ts'
import { sleep } from '../execution.ts'
import { type Args, defineKind, type Method, type Methods, make } from '../service.ts'
import { blobHandle, blobOf, bytesOf, encodeText, signed, typeOfName } from './blob.ts'
import { formatDate, parseDate } from './format-date.ts'
import { sprintf } from './java-text.ts'
import { md2 } from './md2.ts'
import { parseCsv } from './parse-csv.ts'
import { unzip, zip } from './zip.ts'

const UtilitiesKind = defineKind<null>('Utilities')

/** The character set named at `index`; without one Google takes US-ASCII for text. */
const charset = (args: Args, index: number) =>
  args.length > index ? enumName(args, index, Charset).replace('_', '-') : 'US-ASCII'
const webSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')
const encoded = (args: Args) => bytesOf(args, 0, charset(args, 1)).toString('base64')

function decode(args: Args): number[] {
  const text = string(args, 0)
  if (!/^[A-Za-z0-9+/_\-\s]*=*\s*$/.test(text)) throw new Error('Could not decode string.')
  return signed(Buffer.from(text, 'base64'))
}

function digest(args: Args): number[] {
  const name = enumName(args, 0, DigestAlgorithm)
  const bytes = bytesOf(args, 1, charset(args, 2))
  if (name === 'MD2') return signed(md2(bytes))
  return signed(createHash(name.replace('SHA_', 'sha').toLowerCase()).update(bytes).digest())
}

function mac(algorithm: string, args: Args): number[] {
  const set = charset(args, 2)
  return signed(
    createHmac(algorithm, bytesOf(args, 1, set))
      .update(bytesOf(args, 0, set))
      .digest(),
  )
}

function rsa(algorithm: string, args: Args): number[] {
  const sign = createSign(algorithm).update(encodeText(string(args, 0), charset(args, 2)))
  try {
    return signed(sign.sign(string(args, 1)))
  } catch {
    throw new Error('Invalid argument: key')
  }
}

const rsaNamed =
  (algorithm: string): Method<null> =>
  (_self, args) =>
    rsa(algorithm, args)

Object.assign(UtilitiesKind.methods, {
  getUuid: () => randomUUID(),
  sleep: (_self, args) => {
    const ms = number(args, 0)
    if (ms < 0 || ms > 300_000) throw new Error(`Invalid argument: ${ms}`)
    sleep(ms)
  },
  base64Encode: (_self, args) => encoded(args),
  base64EncodeWebSafe: (_self, args) => webSafe(encoded(args)),
  base64Decode: (_self, args) => decode(args),
  base64DecodeWebSafe: (_self, args) => decode(args),
  computeDigest: (_self, args) => digest(args),
  computeHmacSha256Signature: (_self, args) => mac('sha256', args),
  computeHmacSignature: (_self, args) =>
    mac(
      enumName(args, 0, MacAlgorithm)
        .replace(/^HMAC_(SHA_)?/, (_, sha) => (sha ? 'sha' : ''))
        .toLowerCase(),
      args.slice(1),
    ),
  computeRsaSha1Signature: rsaNamed('RSA-SHA1'),
  computeRsaSha256Signature: rsaNamed('RSA-SHA256'),
  computeRsaSignature: (_self, args) =>
    rsa(enumName(args, 0, RsaAlgorithm) === 'RSA_SHA_1' ? 'RSA-SHA1' : 'RSA-SHA256', args.slice(1)),
  formatDate: (_self, args) => {
    const date = args[0]
    if (!isDate(date)) throw new SignatureMismatch()
    if (Number.isNaN(date.getTime())) throw new Error('Invalid argument: date. Should be of type: Date')
    return formatDate(date.getTime(), string(args, 1), string(args, 2))
  },
  parseDate: (_self, args) => {
    const instant = parseDate(string(args, 0), string(args, 1), string(args, 2))
    if (instant === null) throw new Error(`Unparseable date: "${string(args, 0)}"`)
    return new Date(instant)
  },
  formatString: (_self, args) => sprintf(string(args, 0), args.slice(1)),
  parseCsv: (_self, args) => parseCsv(string(args, 0), args.length > 1 ? string(args, 1) : ','),
  jsonParse: (_self, args) => JSON.parse(string(args, 0)),
  jsonStringify: (_self, args) => JSON.stringify(args[0]),
  newBlob: (_self, args) =>
    blobHandle(
      bytesOf(args, 0),
      args.length > 1 && args[1] !== null ? string(args, 1) : Array.isArray(args[0]) ? null : 'text/plain',
      args.length > 2 && args[2] !== null ? string(args, 2) : null,
    ),
  gzip: (_self, args) => {
    const blob = blobOf(args[0])
    const name = args.length > 1 ? string(args, 1) : blob.name ? `${blob.name}.gz` : 'archive.gz'
    return blobHandle(gzipSync(blob.bytes), 'application/x-gzip', name)
  },
  ungzip: (_self, args) => {
    const { bytes, name } = blobOf(args[0])
    try {
      return blobHandle(gunzipSync(bytes), null, name?.replace(/\.gz$/, '') ?? null)
    } catch {
      throw new Error('Could not decompress gzip.')
    }
  },
  zip: (_self, args) => {
    const names = new Set<string>()
    const entries = list(args, 0).map((value, index) => {
      const { bytes, name } = blobOf(value)
      const own = name ?? `Untitled${index || ''}`
      if (names.has(own)) throw new Error(`Duplicate filename in zip: ${own}`)
      names.add(own)
      return { bytes, name: own }
    })
    return blobHandle(zip(entries), 'application/zip', args.length > 1 ? string(args, 1) : 'archive.zip')
  },
  unzip: (_self, args) =>
    unzip(blobOf(args[0]).bytes).map(({ bytes, name }) => blobHandle(bytes, typeOfName(name), name)),
} satisfies Methods<null>)

Object.assign(UtilitiesKind.constants, enumConstants([Charset, DigestAlgorithm, MacAlgorithm, RsaAlgorithm]))

export const utilities = make(UtilitiesKind, null)
