// Uploads one file with progress, which fetch cannot report in every browser.
import type { StoredFile } from '../../shared/contract/schemas.ts'
import { problemFrom, Unreachable } from './fault.ts'

export type Upload = {
  url: string
  token: string
  file: Blob
  name: string
  /** Called with the part that is sent, from 0 to 1. */
  onProgress: (part: number) => void
  signal: AbortSignal | undefined
}

/** Throws `ApiProblem`, `Unreachable`, or an AbortError. */
export function upload({ url, token, file, name, onProgress, signal }: Upload): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    // Always bytes: a .json file sent as JSON would be parsed as a request body on its way in.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-file-name', encodeURIComponent(name))
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status < 200 || request.status > 299) return reject(problemFrom(request.status, request.responseText))
      try {
        resolve(JSON.parse(request.responseText))
      } catch {
        reject(problemFrom(502, ''))
      }
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
