// Bundles the script for Apps Script: one classic script whose only globals are the exports of its entry.
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { escapeNonAscii } from './ascii.ts'

type CodeInput = { root: string; backendUrl: string; version: string }

/** The bundle's own global; the stubs beside it delegate to it. */
const namespace = 'Tablewright'

/** The names that the entry exports, told by esbuild itself. */
async function exportsOf(options: BuildOptions): Promise<string[]> {
  const probe = await build({ ...options, format: 'esm', metafile: true, outfile: 'probe.js' })
  return Object.values(probe.metafile.outputs)
    .flatMap(({ exports }) => exports)
    .sort()
}

/**
 * `google.script.run` and the menu see top-level function declarations only, so each export gets one. ES2019 and ASCII
 * are what every version of the runtime and every editor of it takes.
 */
export async function buildCode({
  root,
  backendUrl,
  version,
}: CodeInput): Promise<{ text: string; globals: string[] }> {
  const options: BuildOptions = {
    entryPoints: [join(root, 'addon/apps-script/main.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    target: 'es2019',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    define: { __BACKEND_URL__: JSON.stringify(backendUrl), __VERSION__: JSON.stringify(version) },
  }
  const globals = await exportsOf(options)
  const stubs = globals.map((name) => `function ${name}() { return ${namespace}.${name}.apply(this, arguments); }`)
  const result = await build({
    ...options,
    format: 'iife',
    globalName: namespace,
    minifySyntax: true,
    minifyWhitespace: true,
    outfile: 'Code.js',
    footer: { js: stubs.join('\n') },
  })
  return { text: escapeNonAscii(result.outputFiles?.[0]?.text ?? ''), globals }
}
