// Finds the API method that a method and path mean, in all the spellings that Google takes.
import type { Api, Method } from '../discovery/api-table.ts'

export type Route = { method: Method; api: Api; path: Record<string, string> }
type Pattern = { method: Method; api: Api; shape: RegExp; names: string[] }

/** Fixed texts go before parameters, so that `values:batchGet` is no range. */
function patternsOf(api: Api): Pattern[] {
  return api.methods
    .map((method) => {
      const names: string[] = []
      const shape = method.path.replaceAll(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (text, name: string | undefined) => {
        if (!name) return `\\${text}`
        names.push(name)
        return name === 'range' ? '([^/]+)' : '([^/:]+)'
      })
      return { method, api, names, shape: new RegExp(`^${shape}$`) }
    })
    .sort((one, other) => one.names.length - other.names.length || verbFirst(other) - verbFirst(one))
}

function verbFirst({ method }: Pattern): number {
  return /\}:\w+$/.test(method.path) ? 1 : 0
}

/** Google takes `/{id}/` for `/{id}` and `/{id}/:batchUpdate` for `/{id}:batchUpdate`. */
function plain(path: string): string {
  return path.replaceAll(/\/+(?=[/:]|$)/g, '')
}

/** A finder over some APIs; `null` where no method has that path. Throws a URIError for a broken escape. */
export function routesOf(...apis: Api[]): (http: string, path: string) => Route | null {
  const patterns = apis.flatMap(patternsOf)
  return (http, path) => {
    const wanted = plain(path)
    for (const { method, api, shape, names } of patterns) {
      const found = method.http === http ? shape.exec(wanted) : null
      if (!found) continue
      return {
        method,
        api,
        path: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1]!)])),
      }
    }
    return null
  }
}
