// Builds what Google gets into dist/addon: Code.js, sidebar.html and the manifest.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildCode } from './build/code.ts'
import { buildSidebar } from './build/sidebar.ts'

export type BuildOptions = {
  /** Where the files go; `dist/addon` of the project unless told otherwise. */
  outDir?: string
  /** The backend's address, when no script property says another; `BACKEND_URL`, else the local one. */
  backendUrl?: string
  /** Print nothing. */
  quiet?: boolean
}

/** The sizes in bytes, and the names that Google can call. */
export type BuildResult = {
  outDir: string
  globals: string[]
  codeBytes: number
  sidebarBytes: number
  sidebarGzipBytes: number
}

const root = resolve(import.meta.dirname, '..')

/** A reader never sees half a file: the sidebar may be opened while a new build is written. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text)
  renameSync(temporary, path)
}

/**
 * Builds the add-on. Throws when the sidebar is too large or holds what Google's page service would damage, and then
 * leaves an earlier build as it was.
 */
export async function buildAddon(options: BuildOptions = {}): Promise<BuildResult> {
  const outDir = options.outDir ?? join(root, 'dist/addon')
  const backendUrl = options.backendUrl ?? process.env.BACKEND_URL ?? 'http://127.0.0.1:8787'
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [code, sidebar] = await Promise.all([buildCode({ root, backendUrl, version }), buildSidebar(root)])
  mkdirSync(outDir, { recursive: true })
  writeWhole(join(outDir, 'Code.js'), code.text)
  writeWhole(join(outDir, 'sidebar.html'), sidebar.text)
  writeWhole(join(outDir, 'appsscript.json'), readFileSync(join(root, 'appsscript.json'), 'utf8'))
  const result = {
    outDir,
    globals: code.globals,
    codeBytes: code.text.length,
    sidebarBytes: sidebar.text.length,
    sidebarGzipBytes: sidebar.gzipBytes,
  }
  if (!options.quiet) {
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`
    console.log(`Code.js       ${kilobytes(result.codeBytes)}`)
    console.log(`sidebar.html  ${kilobytes(result.sidebarBytes)} (${kilobytes(result.sidebarGzipBytes)} gzipped)`)
    console.log(`for ${backendUrl}, in ${outDir}`)
  }
  return result
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAddon().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
