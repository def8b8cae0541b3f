// Bundles the browser code of the page and of the panels in memory, and finds the grid library's files.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export type Assets = { page: string; frame: string; styles: string; gridCode: string; gridStyles: string }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}

/** All that the page serves beside data; takes some tens of milliseconds. */
export async function loadAssets(): Promise<Assets> {
  const require = createRequire(import.meta.url)
  const [page, frame] = await Promise.all([bundle('client/main.ts'), bundle('frame/main.ts')])
  return {
    page,
    frame,
    styles: ['page', 'grid'].map((name) => readFileSync(here(`client/${name}.css`), 'utf8')).join(''),
    gridCode: readFileSync(require.resolve('tabulator-tables/dist/js/tabulator.min.js'), 'utf8'),
    gridStyles: readFileSync(require.resolve('tabulator-tables/dist/css/tabulator.min.css'), 'utf8'),
  }
}
