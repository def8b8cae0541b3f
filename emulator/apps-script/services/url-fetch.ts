// UrlFetchApp: HTTP requests to servers on this machine; nothing leaves it through a script.
import { list, record, string, textOrNull } from '../arguments.ts'
import { fetchAll } from '../fetch/fetch-all.ts'
import type { FetchRequest, FetchResponse } from '../fetch/request.ts'
import { type Args, defineKind, Handle, type Methods, make } from '../service.ts'
import {
  type BlobState,
  blobHandle,
  blobOf,
  bytesOf,
  convertBlob,
  decodeText,
  defineBlobSource,
  signed,
} from './blob.ts'

type Answer = Extract<FetchResponse, { status: number }>
type Params = Record<string, unknown>

const FetchKind = defineKind<null>('UrlFetchApp')
const ResponseKind = defineKind<Answer>('UrlFetchApp.HTTPResponse')
const formType = 'application/x-www-form-urlencoded'
const agent = 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)'
const methods = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options']
const mostUrl = 2082

const header = (pairs: [string, string][], name: string) =>
  pairs.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]

/** The body and content type of a payload: text, bytes or a blob as they are, an object as a form. */
function payload(value: unknown, params: Params): { body: Buffer | null; type: string } {
  const named = textOrNull([params.contentType], 0)
  if (value === null || value === undefined) return { body: null, type: named ?? formType }
  if (value instanceof Handle) {
    const blob = blobOf(value)
    return { body: blob.bytes, type: named ?? blob.type ?? 'application/octet-stream' }
  }
  if (typeof value !== 'object' || Array.isArray(value))
    return { body: bytesOf([value], 0), type: named ?? (Array.isArray(value) ? 'application/octet-stream' : formType) }
  const fields = Object.entries(value)
  if (fields.some(([, one]) => one instanceof Handle)) return multipart(fields)
  const text = fields.map(([key, one]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`).join('&')
  return { body: Buffer.from(text.replaceAll('%20', '+')), type: named ?? formType }
}

function multipart(fields: [string, unknown][]): { body: Buffer; type: string } {
  const boundary = '----------apps-script-form-boundary'
  const parts = fields.flatMap(([key, value]) => {
    const blob: Pick<BlobState, 'bytes' | 'type' | 'name'> =
      value instanceof Handle ? blobOf(value) : { bytes: Buffer.from(String(value)), type: null, name: null }
    const file = value instanceof Handle ? `; filename="${blob.name ?? key}"` : ''
    const type = blob.type ? `\r\nContent-Type: ${blob.type}` : ''
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${key}"${file}${type}\r\n\r\n`
    return [Buffer.from(head), blob.bytes, Buffer.from('\r\n')]
  })
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { body, type: `multipart/form-data; boundary=${boundary}` }
}

function urlOf(url: string): string {
  if (!url) throw new Error('Attribute provided with no value: url')
  if (url.length > mostUrl) throw new Error(`URLFetch URL Length must be less than ${mostUrl} characters.`)
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) throw new Error(`Invalid argument: ${url}`)
  return full
}

function requestOf(url: string, params: Params): FetchRequest {
  const { body, type } = payload(params.payload, params)
  const method = (textOrNull([params.method], 0) ?? (body ? 'post' : 'get')).toLowerCase()
  if (!methods.includes(method)) throw new Error('Attribute provided with invalid value: method')
  const own = params.headers ? Object.entries(record([params.headers], 0)) : []
  const headers: [string, string][] = own.map(([name, value]) => {
    if (value === null || value === undefined || typeof value === 'object')
      throw new Error(`Attribute provided with invalid value: Header:${name}`)
    return [name, String(value)]
  })
  if (!header(headers, 'User-Agent')) headers.push(['User-Agent', agent])
  if (!header(headers, 'Accept-Encoding')) headers.push(['Accept-Encoding', 'gzip, deflate'])
  const sends = body !== null && method !== 'get' && method !== 'head'
  if (sends && !header(headers, 'Content-Type')) headers.push(['Content-Type', type])
  return {
    url: urlOf(url),
    method,
    headers,
    body: sends ? body : null,
    followRedirects: params.followRedirects !== false,
  }
}

function demandLocal(url: string): void {
  const { hostname } = new URL(url)
  if (/^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(hostname)) return
  throw new Error(`UrlFetchApp only reaches this machine here: a request to ${hostname} is not emulated`)
}

/** The answer as a script gets it, or Google's error for one that did not come or says it failed. */
function received(request: FetchRequest, response: FetchResponse, params: Params): Handle {
  const { url } = request
  if ('error' in response) {
    if (response.error === 'dns') throw new Error(`DNS error: ${url}`)
    if (response.error === 'timeout') throw new Error(`Timeout: ${url}`)
    if (response.error === 'redirects') throw new Error(`Too many redirects: ${url}`)
    throw new Error(`Address unavailable: ${url}`)
  }
  if (response.status >= 400 && params.muteHttpExceptions !== true) {
    const text = decodeText(Buffer.from(response.body))
    const short = text.length > 300 ? `${text.slice(0, 300)}...` : text
    throw new Error(
      `Request failed for ${new URL(url).origin} returned code ${response.status}. Truncated server response: ${short} (use muteHttpExceptions option to examine full response)`,
    )
  }
  return make(ResponseKind, response)
}

function fetchTogether(wanted: { url: string; params: Params }[]): Handle[] {
  const requests = wanted.map(({ url, params }) => requestOf(url, params))
  for (const { url } of requests) demandLocal(url)
  const responses = fetchAll(requests)
  return requests.map((request, index) => received(request, responses[index]!, wanted[index]!.params))
}

const paramsOf = (args: Args, index: number): Params =>
  args.length > index && args[index] !== null ? record(args, index) : {}

Object.assign(FetchKind.methods, {
  fetch: (_self, args) => fetchTogether([{ url: string(args, 0), params: paramsOf(args, 1) }])[0],
  fetchAll: (_self, args) =>
    fetchTogether(
      list(args, 0).map((one) => {
        if (typeof one === 'string') return { url: one, params: {} }
        const params = record([one], 0)
        if (params.url === undefined) throw new Error('Attribute provided with no value: url')
        return { url: string([params.url], 0), params }
      }),
    ),
  getRequest: (_self, args) => {
    const params = paramsOf(args, 1)
    const { url, method, headers, body, followRedirects } = requestOf(string(args, 0), params)
    const own = headers.filter(([name]) => !['User-Agent', 'Accept-Encoding', 'Content-Type'].includes(name))
    return {
      headers: Object.fromEntries(own),
      useIntranet: false,
      followRedirects,
      validateHttpsCertificates: params.validateHttpsCertificates !== false,
      contentType: header(headers, 'Content-Type') ?? payload(params.payload, params).type,
      method,
      payload: body ? body.toString() : '',
      url,
    }
  },
} satisfies Methods<null>)

/** The name a download would have: what the server says, else the end of the address. */
function nameOf({ headers, url }: Answer): string {
  const said = /filename\*?="?([^";]+)"?/i.exec(header(headers, 'Content-Disposition') ?? '')?.[1]
  return said ?? (decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || new URL(url).hostname)
}

const blob = (answer: Answer): BlobState => ({
  bytes: Buffer.from(answer.body),
  type: header(answer.headers, 'Content-Type')?.split(';')[0]?.trim() ?? null,
  name: nameOf(answer),
})
defineBlobSource(ResponseKind, blob)

function grouped(pairs: [string, string][]): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const known = [...headers.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name
    headers.set(known, [...(headers.get(known) ?? []), value])
  }
  return headers
}

/** The body as text: in the named character set, else in that of the answer. */
function textOf({ headers, body }: Answer, charset?: string): string {
  const own = /charset="?([\w-]+)/i.exec(header(headers, 'Content-Type') ?? '')?.[1]
  return decodeText(Buffer.from(body), charset ?? own)
}

Object.assign(ResponseKind.methods, {
  getResponseCode: ({ status }) => status,
  getContentText: (answer, args) => textOf(answer, args.length > 0 ? string(args, 0) : undefined),
  // An answer read as text is its body: `JSON.parse(response)` works.
  toString: (answer: Answer) => textOf(answer),
  getContent: ({ body }) => signed(Buffer.from(body)),
  getBlob: (answer) => {
    const { bytes, type, name } = blob(answer)
    return blobHandle(bytes, type, name)
  },
  getAs: (answer, args) => convertBlob(blob(answer), string(args, 0)),
  getHeaders: ({ headers }) => Object.fromEntries([...grouped(headers)].map(([name, values]) => [name, values.at(-1)])),
  getAllHeaders: ({ headers }) =>
    Object.fromEntries([...grouped(headers)].map(([name, values]) => [name, values.length > 1 ? values : values[0]])),
} satisfies Methods<Answer>)

export const urlFetchApp = make(FetchKind, null)
