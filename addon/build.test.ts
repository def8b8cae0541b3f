// What the build hands to Google: a classic script with four globals, a page, a manifest, and nothing else.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vm from 'node:vm'
import { build } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import { createRuntime } from '../emulator/apps-script/runtime.ts'
import { salesAnalysis } from '../shared/template/built-in/sales-analysis.ts'
import { protectScript } from './build/protect-script.ts'
import { buildAddon } from './build.ts'
import { builtCode, openScript } from './testing/open-script.ts'
import { orders } from './testing/orders.ts'
import { previewInput, writeWhole } from './testing/write.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'tablewright-build-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const intended = ['onInstall', 'onOpen', 'rpc', 'showSidebar']
/** What browsers and Node have and Apps Script has not. */
const absent = [
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'fetch',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'atob',
  'btoa',
  'crypto',
  'process',
  'window',
  'navigator',
  'performance',
  'structuredClone',
  'require',
  'module',
]
const services = [
  'SpreadsheetApp',
  'PropertiesService',
  'LockService',
  'HtmlService',
  'Session',
  'ScriptApp',
  'Utilities',
]

describe('Code.js', () => {
  test('is a classic script that touches nothing when it loads, and makes only the intended globals', async () => {
    const { text, globals } = await builtCode()
    const touched: string[] = []
    const world: Record<string, unknown> = {}
    for (const name of [...absent, ...services])
      Object.defineProperty(world, name, { get: () => touched.push(name), configurable: true })
    const context = vm.createContext(world)
    new vm.Script(text).runInContext(context)
    expect(touched).toEqual([])
    expect(globals).toEqual(intended)
    const own = Object.getOwnPropertyNames(world).filter((name) => !absent.includes(name) && !services.includes(name))
    expect(own.filter((name) => typeof world[name] === 'function').sort()).toEqual(intended)
    const { text: code } = await builtCode()
    expect(
      createRuntime({ project: { code, html: {} } })
        .functionNames()
        .sort(),
    ).toEqual(intended)
  })

  test('is ASCII, in the syntax of ES2019', async () => {
    const { text } = await builtCode()
    expect(text).not.toMatch(/[^\n\t\x20-\x7e]/)
    const lowered = await build({ stdin: { contents: text }, write: false, target: 'es2019', logLevel: 'silent' })
    expect(lowered.warnings).toEqual([])
    expect(text).not.toMatch(/\?\?=|\?\.[a-zA-Z_[(]|#[a-z]+ in |static \{/)
  })

  test('our own part of it names nothing that Apps Script lacks', async () => {
    const own = await build({
      entryPoints: [join(root, 'addon/apps-script/main.ts')],
      bundle: true,
      write: false,
      format: 'esm',
      external: ['zod'],
      // Only names of the world itself are replaced: no local ones, no members, nothing in texts.
      define: Object.fromEntries(absent.map((name) => [name, `absent_${name}`])),
    })
    expect(own.outputFiles[0]!.text.match(/absent_\w+/g)).toBeNull()
  })

  test('a whole round works where everything that Apps Script lacks throws', async () => {
    const traps = absent.map(
      (name) => `Object.defineProperty(globalThis, '${name}', { get() { throw new Error('${name} is used') } })`,
    )
    const script = await openScript({ prelude: `${traps.join('\n')}\ndelete globalThis.console` })
    const { operation_id } = writeWhole(script, previewInput(orders, salesAnalysis, { kind: 'new_sheet' }))
    script.run(`SpreadsheetApp.getActiveSheet().getDataRange().activate()`)
    expect(script.ask('read_selection', {}).table.rows).toHaveLength(4)
    script.ask('hello', {})
    script.ask('remember', { draft: 'x' })
    script.ask('undo', { operation_id, force: false })
  })
})

describe('the folder', () => {
  test('holds what clasp would push, and no more', async () => {
    const project = join(folder, 'project')
    mkdirSync(project)
    cpSync(join(root, '.clasp.json'), join(project, '.clasp.json'))
    await buildAddon({ outDir: join(project, 'dist/addon'), backendUrl: 'https://backend.example', quiet: true })
    const clasp = join(root, 'node_modules/.bin/clasp')
    const status = execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
    const files = ['Code.js', 'appsscript.json', 'sidebar.html'].map((name) => `dist/addon/${name}`)
    expect(JSON.parse(status)).toEqual({ filesToPush: expect.arrayContaining(files), untrackedFiles: [] })
    expect(JSON.parse(status).filesToPush).toHaveLength(3)
    expect(readdirSync(join(project, 'dist/addon')).sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html'])
    const page = readFileSync(join(project, 'dist/addon/sidebar.html'), 'utf8')
    expect(page.split('__BOOT__')).toHaveLength(2)
    expect(page).not.toMatch(/src="|href="(?!https:\/\/ssl\.gstatic\.com)/)
  }, 60_000)

  test('the manifest asks for four scopes', () => {
    const { oauthScopes, runtimeVersion } = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8'))
    expect(runtimeVersion).toBe('V8')
    expect(oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/userinfo.email',
      'openid',
    ])
  })
})

describe('an inline script', () => {
  const minified = async (source: string) =>
    (await build({ stdin: { contents: source }, write: false, minify: true, format: 'iife', charset: 'ascii' }))
      .outputFiles[0]!.text

  test('keeps its strings without what would be taken for something else', async () => {
    const source = String.raw`globalThis.out = ['http://x/y//z', '/* a */', '<!-- b', '<?php', '</script>', '///', 'tab\t', '日本']`
    const script = await protectScript(await minified(source))
    expect(script).not.toMatch(/\/\/|\/\*|<!--|<\?|<\/script|[^\n\t\x20-\x7e]/)
    const context: { out?: string[] } = vm.createContext({})
    vm.runInContext(script, context)
    expect([...(context.out ?? [])]).toEqual([
      'http://x/y//z',
      '/* a */',
      '<!-- b',
      '<?php',
      '</script>',
      '///',
      'tab\t',
      '日本',
    ])
  })

  test.each([String.raw`globalThis.out = /a\/*b/.test(x)`, String.raw`globalThis.out = /https:\/\//.test(x)`])(
    'refuses %s',
    async (source) => {
      const script = await minified(source)
      await expect(protectScript(script)).rejects.toThrow('must not')
    },
  )
})
