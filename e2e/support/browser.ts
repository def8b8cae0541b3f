// One Chromium for a test file: the installed Chrome where there is one, else the one that comes inside an npm package.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Starts a browser. Web security stays on, so that cross-origin rules are tested as a person meets them. */
export async function launchBrowser(): Promise<Browser> {
  const installed = await chromium.launch({ channel: 'chrome' }).catch(() => null)
  if (installed) return installed
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await unpacked(() => packaged.executablePath()), args: ['--no-sandbox'] })
}

// The package unpacks into the temp folder and reuses whatever lies there, so it gets a folder of its own, which is there
// as a whole or not at all: test files that begin together must not start a browser that another still writes.
async function unpacked(into: () => Promise<string>): Promise<string> {
  const cache = join(import.meta.dirname, '../../node_modules/.cache')
  const folder = join(cache, 'tablewright-chromium')
  mkdirSync(cache, { recursive: true })
  // Other test files that run in this process have temporary files too.
  const { TMPDIR } = process.env
  try {
    if (!existsSync(folder)) {
      const own = mkdtempSync(`${folder}-`)
      process.env.TMPDIR = own
      await into()
      try {
        renameSync(own, folder)
      } catch {
        // Another was first.
        rmSync(own, { recursive: true, force: true })
      }
    }
    process.env.TMPDIR = folder
    return await into()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}
