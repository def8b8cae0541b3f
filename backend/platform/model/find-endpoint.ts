// Finds out where requests go and how they show their key, from the base URL people paste.
import type { Provider } from './answer-reader.ts'

export type Endpoint = {
  /** Without a slash at its end; the path of the protocol follows. */
  baseUrl: string
  query: Record<string, string>
  headers: Record<string, string | null>
  provider: Provider
  host: string
}

type Place = {
  base_url: string
  api_key: string | null
  api: 'responses' | 'chat'
  model: string
  api_version?: string | undefined
}

const azureHosts =
  /(^|\.)((openai|cognitiveservices)\.azure\.(com|us|cn)|services\.ai\.azure\.(com|us)|azure-api\.net)$/

/** The base URL without what people copy along: the path of one operation, a query, slashes at the end. */
const tidy = (base_url: string) => {
  const url = new URL(base_url)
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(chat\/completions|completions|responses)$/, '')
  return {
    origin: url.origin,
    host: url.host,
    hostname: url.hostname,
    path,
    version: url.searchParams.get('api-version'),
  }
}

/** Whether `base_url` is Azure's dated API, which must be told its version, and does not say one. */
export const lacksVersion = (base_url: string, api_version: string | undefined): boolean => {
  const { path, version } = tidy(base_url)
  return /\/deployments\/[^/]+$/.test(path) && !api_version && !version
}

/** Azure has two surfaces: /openai/v1, and the dated one where each deployment has an address of its own. */
const azurePath = (path: string, place: Place, version: string | undefined): string => {
  const deployment = /\/deployments\/[^/]+$/
  if (deployment.test(path)) return place.api === 'chat' ? path : path.replace(deployment, '')
  if (path !== '' && path !== '/openai') return path
  if (!version) return '/openai/v1'
  return place.api === 'chat' ? `/openai/deployments/${encodeURIComponent(place.model)}` : '/openai'
}

/** An Entra token is a JWT and goes where bearer tokens go; Azure's own keys have a header of theirs. */
const isToken = (key: string) => /^ey[\w-]+\.[\w-]+\.[\w-]*$/.test(key)

export const findEndpoint = (place: Place): Endpoint => {
  const { origin, host, hostname, path, version: pasted } = tidy(place.base_url)
  const version = place.api_version ?? pasted ?? undefined
  const azure = azureHosts.test(hostname) || version !== undefined || path.includes('/openai/deployments/')
  const openai = hostname === 'api.openai.com' || hostname.endsWith('.api.openai.com')
  const headers: Endpoint['headers'] = {}
  // Null takes the client's own header away.
  if (place.api_key === null) headers.Authorization = null
  else if (azure && !isToken(place.api_key)) Object.assign(headers, { Authorization: null, 'api-key': place.api_key })
  return {
    baseUrl: origin + (azure ? azurePath(path, place, version) : path),
    query: version === undefined ? {} : { 'api-version': version },
    headers,
    provider: azure ? 'azure' : openai ? 'openai' : 'compatible',
    host,
  }
}
