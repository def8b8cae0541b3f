// The rules of the house as a table: which room may import which. Part of `npm run lint`.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** Slices of the backend, each of which may stand on those before it. */
const slices = ['platform', 'accounts', 'tables', 'templates', 'extraction', 'chat', 'google', 'exports', 'sync']

/** What shared code may take from npm: pure libraries that run in Node and in Apps Script. */
const pureLibraries = ['zod', 'htmlparser2']

const rooms = ['shared', 'addon', 'backend', 'emulator', 'scripts', 'e2e', 'eval', 'bench']

type Import = { specifier: string; typeOnly: boolean }
type Source = { path: string; text: string }

/** Import and re-export statements of a TypeScript text, dynamic imports of literals included. */
export function importsOf(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"`;()]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm)
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g)
  return [
    ...[...statements].map((match) => ({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...dynamic].map((match) => ({ specifier: match[1] ?? '', typeOnly: false })),
  ]
}

/** Whether a file takes part in the product itself; tests and test helpers may reach anywhere. */
function isProduct(path: string): boolean {
  return !/\.test\.tsx?$|\/testing\//.test(path)
}

/** A module of shared code that brings zod into whatever bundle imports a value of it. */
function usesZod(path: string, read: (path: string) => string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false
  seen.add(path)
  return importsOf(read(path)).some(({ specifier, typeOnly }) => {
    if (typeOnly) return false
    if (specifier === 'zod') return true
    return specifier.startsWith('.') && usesZod(posix.join(dirname(path), specifier), read, seen)
  })
}

function backendFault(path: string, target: string): string | null {
  const [, from = ''] = path.split('/')
  const [room, to = '', ...rest] = target.split('/')
  if (room !== 'backend' || !path.includes('/', 'backend/'.length)) return null
  const file = rest.at(-1)
  if (from !== to && slices.includes(to)) {
    if (slices.includes(from) && slices.indexOf(to) > slices.indexOf(from)) return `${from} stands below ${to}`
    if (file === 'routes.ts' || file === 'store.ts') return `${file} belongs to ${to} alone`
  }
  if (from === to && file === 'store.ts' && path.endsWith('/routes.ts')) return 'routes reach the store through a verb'
  if (file === 'routes.ts' && path !== 'backend/app.ts') return 'only app.ts mounts routes'
  return null
}

function packageFault(path: string, specifier: string): string | null {
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '')
  if (path.startsWith('shared/') && !pureLibraries.includes(name)) return 'shared takes pure libraries only'
  if (!path.startsWith('backend/') || path.startsWith('backend/platform/')) return null
  const slice = path.split('/').length > 2
  if (slice && name === 'express' && !path.endsWith('/routes.ts')) return 'Express stays in routes.ts'
  return null
}

/** What is wrong with one import of one file, or null. */
function fault(path: string, { specifier, typeOnly }: Import, read: (path: string) => string): string | null {
  if (!specifier.startsWith('.')) return typeOnly ? null : packageFault(path, specifier)
  const target = posix.join(dirname(path), specifier)
  const from = path.split('/')[0] ?? ''
  const to = target.split('/')[0] ?? ''
  if (from === 'shared' && to !== 'shared') return 'shared imports only shared'
  if ((from === 'addon' || from === 'backend') && to !== from && to !== 'shared' && rooms.includes(to))
    return `${from} imports only shared`
  if (from === 'emulator' && to !== 'emulator') return 'the emulator imports nothing of the product'
  if (path.startsWith('addon/sidebar/') && to === 'shared' && !typeOnly && usesZod(target, read))
    return 'the sidebar takes zod schemas as types only'
  return backendFault(path, target)
}

/** Every breach of the rules in the files given, as `path: specifier: reason`. */
export function breaches(files: Source[]): string[] {
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const read = (path: string) => texts.get(path) ?? ''
  return files
    .filter((file) => isProduct(file.path))
    .flatMap((file) =>
      importsOf(file.text).flatMap((found) => {
        const reason = fault(file.path, found, read)
        return reason ? [`${file.path}: ${found.specifier}: ${reason}`] : []
      }),
    )
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const paths = globSync(`{${rooms.join(',')}}/**/*.{ts,tsx}`, { cwd: root })
  const found = breaches(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })))
  for (const line of found) console.error(line)
  if (found.length > 0) process.exit(1)
}
