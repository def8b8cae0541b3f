// Blob: bytes with a name and a type, as the services hand them to each other.
import { number, SignatureMismatch, string, textOrNull } from '../arguments.ts'
import { type Args, defineKind, type Handle, type Methods, make, SELF, stateOf } from '../service.ts'

export type BlobState = { bytes: Buffer; name: string | null; type: string | null }

export const BlobKind = defineKind<BlobState>('Blob')

const types: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'text/xml',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  zip: 'application/zip',
  gz: 'application/x-gzip',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The content type that a file's name stands for; null when it says nothing. */
export function typeOfName(name: string | null): string | null {
  return types[/\.(\w+)$/.exec(name ?? '')?.[1]?.toLowerCase() ?? ''] ?? null
}

/** Bytes as Apps Script has them: signed. */
export const signed = (buffer: Buffer) => Array.from(buffer, (byte) => (byte > 127 ? byte - 256 : byte))

/** Text in a character set by any common name; US-ASCII has a question mark for what it lacks. */
export function encodeText(text: string, charset = 'UTF-8'): Buffer {
  const name = charset.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (name === 'utf8') return Buffer.from(text, 'utf8')
  if (name === 'utf16le') return Buffer.from(text, 'utf16le')
  const most = name === 'usascii' || name === 'ascii' ? 127 : 255
  return Buffer.from(Array.from(text, (sign) => (sign.codePointAt(0)! <= most ? sign.codePointAt(0)! : 63)))
}

/** Bytes as text in a character set; throws Google's error for one nobody knows. */
export function decodeText(bytes: Buffer, charset = 'UTF-8'): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Error(`Invalid argument: ${charset}`)
  }
}

/** An argument as bytes: an array of signed bytes, or text in UTF-8 unless another set is named. */
export function bytesOf(args: Args, index: number, charset?: string): Buffer {
  const value = args[index]
  if (!Array.isArray(value)) return encodeText(string(args, index), charset)
  return Buffer.from(
    value.map((byte) => {
      if (typeof byte !== 'number') throw new Error(`Cannot convert ${String(byte)} to int.`)
      return number([byte], 0) & 255
    }),
  )
}

export function blobHandle(bytes: Buffer, type: string | null, name: string | null): Handle {
  return make(BlobKind, { bytes, type, name })
}

const sources = new Map<Handle['kind'], (state: never) => BlobState>()

/** Lets instances of another kind stand where a blob is asked for. */
export function defineBlobSource<S>(kind: { name: string }, toBlob: (state: S) => BlobState): void {
  sources.set(kind as Handle['kind'], toBlob as (state: never) => BlobState)
}

/** The blob of an argument, which may be a blob or something that has one. */
export function blobOf(value: unknown): BlobState {
  const own = stateOf(BlobKind, value)
  if (own) return own
  const handle = value as Handle | null
  const source = handle && sources.get(handle.kind)
  if (!handle || !source) throw new SignatureMismatch()
  return source(handle.state as never)
}

/** A blob in another type: only between texts, for nothing here converts documents or images. */
export function convertBlob({ bytes, name, type }: BlobState, wanted: string): Handle {
  const text = (one: string | null) => one === null || one.startsWith('text/') || one === 'application/json'
  if (wanted !== type && !(text(type) && text(wanted)))
    throw new Error(`Converting from ${type} to ${wanted} is not emulated`)
  return blobHandle(bytes, wanted, name)
}

Object.assign(BlobKind.methods, {
  copyBlob: ({ bytes, type, name }) => blobHandle(Buffer.from(bytes), type, name),
  getAllBlobs: (self) => [make(BlobKind, self)],
  getAs: (self, args) => convertBlob(self, string(args, 0)),
  getBytes: (self) => signed(self.bytes),
  getContentType: (self) => self.type,
  getDataAsString: (self, args) => decodeText(self.bytes, args.length > 0 ? string(args, 0) : undefined),
  getName: (self) => self.name,
  isGoogleType: (self) => self.type?.startsWith('application/vnd.google-apps') ?? false,
  setBytes: (self, args) => {
    self.bytes = bytesOf(args, 0)
    return SELF
  },
  setContentType: (self, args) => {
    self.type = textOrNull(args, 0)
    return SELF
  },
  setContentTypeFromExtension: (self) => {
    self.type = typeOfName(self.name)
    return SELF
  },
  setDataFromString: (self, args) => {
    self.bytes = encodeText(string(args, 0), args.length > 1 ? string(args, 1) : undefined)
    return SELF
  },
  setName: (self, args) => {
    self.name = string(args, 0)
    return SELF
  },
} satisfies Methods<BlobState>)
