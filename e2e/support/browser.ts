// One Chromium for a test file: the installed Chrome where there is one, else the one that comes inside an npm package.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Starts a browser. Web security stays on, so that cross-origin rules are tested as a person meets them. */
export async function launchBrowser(): Promise<Browser> {
  const installed = await chromium.launch({ channel: 'chrome' }).catch(() => null)
  if (installed) return installed
  // The package unpacks into the temp folder and reuses whatever lies there, so it gets a folder of its own.
  const folder = join(import.meta.dirname, '../../node_modules/.cache/tablewright-chromium')
  mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ['--no-sandbox'] })
}
