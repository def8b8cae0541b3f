// The whole product, started for one test file, with a browser page on it and hands for what a person does there.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { plainBook } from '../../addon/testing/plain-book.ts'
import { createTestDatabase } from '../../backend/platform/testing/test-database.ts'
import { textAt } from '../../emulator/workbook/display.ts'
import { sheetNamed } from '../../emulator/workbook/sheets.ts'
import { type Stack, startStack } from '../../scripts/stack.ts'
import { launchBrowser } from './browser.ts'

export type Product = {
  stack: Stack
  browser: Browser
  /** A fresh page, its sidebar open. `faults` collects whatever the page logs as an error. */
  open(): Promise<Visit>
  /** Everything in the spreadsheet, except who is looking where. */
  snapshot(): string
  /** What a sheet shows, as rows of text. */
  shown(sheet: string): string[][]
  /** Stops everything and starts it again on the same data. */
  restart(env?: Record<string, string>): Promise<void>
  close(): Promise<void>
}

export type Visit = { context: BrowserContext; page: Page; sidebar: FrameLocator; faults: string[] }

async function freePort(): Promise<number> {
  const server = createServer()
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

/** `env` is the environment as `npm start` reads it, such as the model's settings. */
export async function openProduct(env: Record<string, string> = {}): Promise<Product> {
  const [database, dataDir, port, emulatorPort, browser] = await Promise.all([
    createTestDatabase(),
    mkdtemp(join(tmpdir(), 'tablewright-e2e-')),
    freePort(),
    freePort(),
    launchBrowser(),
  ])
  const start = (more: Record<string, string> = {}) =>
    startStack({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: String(port),
      EMULATOR_PORT: String(emulatorPort),
      LOG_LEVEL: 'silent',
      ...env,
      ...more,
    })
  const product: Product = {
    stack: await start(),
    browser,
    async open() {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 780 },
        locale: 'en-US',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(product.stack.url)
      const sidebar = page.frameLocator('#sidebar-frame')
      await sidebar.getByLabel('Message').waitFor()
      return { context, page, sidebar, faults }
    },
    snapshot: () => JSON.stringify(plainBook(product.stack.emulator.workbook), null, 1),
    shown(name) {
      const { workbook } = product.stack.emulator
      const sheet = sheetNamed(workbook, name)
      if (!sheet) throw new Error(`There is no sheet “${name}”.`)
      const rows = Array.from({ length: 300 }, (_, row) =>
        Array.from({ length: 12 }, (_, column) => textAt(workbook, sheet, row + 1, column + 1)),
      )
      const used = rows.filter((row) => row.some((text) => text !== ''))
      const width = Math.max(0, ...used.map((row) => row.findLastIndex((text) => text !== '') + 1))
      return used.map((row) => row.slice(0, width))
    },
    async restart(more) {
      await product.stack.close()
      product.stack = await start(more)
    },
    async close() {
      await browser.close()
      await product.stack.close()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return product
}

/** Pastes through the real clipboard: browsers take long texts in that way only. */
export async function paste({ page, sidebar }: Visit, text: string): Promise<void> {
  await page.bringToFront()
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await sidebar.getByLabel('Message').focus()
  await page.keyboard.press('Control+V')
}

/** Pastes a message and sends it, agreeing to what leaves the sheet when asked. */
export async function send(visit: Visit, text: string): Promise<void> {
  const { sidebar } = visit
  await paste(visit, text)
  await sidebar.getByRole('button', { name: 'Send', exact: true }).click()
  const agree = sidebar.getByRole('button', { name: 'Agree and send' })
  await agree.or(sidebar.getByText('You:').first()).first().waitFor()
  if (await agree.isVisible()) await agree.click()
}

/** Leaves what was said and begins anew. */
export async function startOver({ sidebar }: Visit): Promise<void> {
  await sidebar.getByRole('button', { name: 'Conversations' }).click()
  await sidebar.getByRole('button', { name: 'New conversation' }).click()
  await sidebar.getByLabel('Message').fill('')
}
