// Bundles the sidebar into one page that Google's page service passes on undamaged.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { escapeNonAscii } from './ascii.ts'
import { protectScript } from './protect-script.ts'

const mostGzipBytes = 64_000

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: entry.endsWith('.css') ? undefined : 'iife',
    outfile: entry.endsWith('.css') ? 'sidebar.css' : 'sidebar.js',
    target: entry.endsWith('.css') ? undefined : 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    // Google's page service strips what looks like a comment in template literals.
    supported: { 'template-literal': false },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return (result.outputFiles[0]?.text ?? '').trim()
}

function fill(shell: string, marker: string, text: string): string {
  if (shell.split(marker).length !== 2) throw new Error(`sidebar.html needs ${marker} exactly once.`)
  return shell.replace(marker, () => text)
}

/** The page with style and script inside; `__BOOT__` stays in it for the script that shows it. Throws above 45 KB gzipped. */
export async function buildSidebar(root: string): Promise<{ text: string; gzipBytes: number }> {
  const folder = join(root, 'addon/sidebar')
  const [style, script] = await Promise.all([bundle(join(folder, 'sidebar.css')), bundle(join(folder, 'main.tsx'))])
  if (/<[/!?]/.test(style)) throw new Error('The style holds “</”, “<!” or “<?”, which would end it too early.')
  const shell = readFileSync(join(folder, 'sidebar.html'), 'utf8').replace(/<!--[\s\S]*?-->\s*/g, '')
  const styled = fill(shell, '/*STYLE*/', style)
  const text = fill(styled, '/*SCRIPT*/', await protectScript(escapeNonAscii(script)))
  if (text.includes('<?') || !text.includes('__BOOT__'))
    throw new Error('The page holds “<?”, or has no __BOOT__ marker.')
  const gzipBytes = gzipSync(text, { level: 9 }).length
  if (gzipBytes > mostGzipBytes) {
    throw new Error(`sidebar.html is ${gzipBytes} bytes gzipped; up to ${mostGzipBytes} keep it quick to open.`)
  }
  return { text, gzipBytes }
}
