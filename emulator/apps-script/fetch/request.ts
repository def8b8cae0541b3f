// What one HTTP request of a script is, and what comes back; plain data, so that it crosses to the fetching thread.

export type FetchRequest = {
  url: string
  method: string
  headers: [string, string][]
  body: Uint8Array | null
  followRedirects: boolean
}

/** `headers` as the server wrote them; a failure before any answer is `error`. */
export type FetchResponse =
  | { status: number; headers: [string, string][]; body: Uint8Array; url: string }
  | { error: 'dns' | 'unavailable' | 'timeout' | 'redirects' | 'other'; detail: string }
