// The page's origin: the spreadsheet page, its assets, and the small API it talks to.
import express, { type Request, type Response, type Router } from 'express'
import type { Runtime } from '../apps-script/runtime.ts'
import type { Menu, Panel } from '../apps-script/ui-state.ts'
import { onChange } from '../workbook/changes.ts'
import { activeSheet, addSheet, sheetWithId } from '../workbook/sheets.ts'
import type { Box, Sheet } from '../workbook/workbook.ts'
import type { Assets } from './bundle.ts'
import { frameOrigin, pageOnly } from './origins.ts'
import { pageHtml } from './page-html.ts'
import { sheetView } from './sheet-view.ts'
import { choseByScript, clearCells, select, tick, typeCells } from './user-edits.ts'
import type { MenuItemView, MenuView, PageEvent, PanelView, StateView } from './view.ts'

export type PageRoutes = { router: Router; close: () => void }

/** `addonName` titles the add-on's entry under Extensions; without it, its sidebar's title does. */
export function pageRoutes(
  runtime: Runtime,
  assets: Assets,
  addonName: string | undefined,
  afterRun: () => void,
): PageRoutes {
  const router = express.Router()
  const { workbook, ui } = runtime
  const listeners = new Set<Response>()
  let lastTitle = 'Add-on'
  const send = (event: PageEvent) => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`)
  }
  const stopChanges = onChange(workbook, () => send({ type: 'changed', version: workbook.version }))
  const onUi = (event: Parameters<Parameters<typeof ui.listeners.add>[0]>[0]) => {
    if (event.type === 'alert' || event.type === 'toast') send(event)
    else send({ type: 'state' })
    if (event.type === 'sidebar') lastTitle = event.panel.title || lastTitle
  }
  ui.listeners.add(onUi)

  const panelView = (request: Request, panel: Panel | null): PanelView | null =>
    panel && {
      token: panel.token,
      title: panel.title,
      url: `${frameOrigin(request)}/panel/${panel.token}`,
      width: panel.width,
      height: panel.height,
    }
  const state = (request: Request): StateView => {
    const addon = ui.menus.find((menu) => menu.addon)
    return {
      title: workbook.title,
      version: workbook.version,
      activeSheetId: activeSheet(workbook).id,
      scripted: choseByScript(activeSheet(workbook).selection[0] ?? null),
      sheets: workbook.sheets
        .filter((sheet) => !sheet.hidden)
        .map(({ id, name, tabColor }) => ({ id, name, color: tabColor })),
      addon: addon ? { ...menuView(addon), caption: addonName ?? lastTitle } : null,
      menus: ui.menus.filter((menu) => !menu.addon).map(menuView),
      sidebar: panelView(request, ui.sidebar),
      dialog: panelView(request, ui.dialog),
    }
  }
  /** Runs a menu's function; an error goes to the window, as an alert. */
  const runMenu = (name: string): void => {
    try {
      runtime.call(name)
    } catch (error) {
      send({
        type: 'alert',
        title: 'The add-on could not do that',
        text: error instanceof Error ? error.message : String(error),
      })
    }
    afterRun()
  }
  const sheetOf = (request: Request): Sheet | undefined => sheetWithId(workbook, Number(request.params.id))

  router.get('/', pageOnly, (request, response) => {
    response
      .set({
        'cache-control': 'no-store',
        'content-security-policy': `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src ${frameOrigin(request)}; frame-ancestors 'none'`,
      })
      .type('html')
      .send(pageHtml(workbook.title))
  })
  for (const [path, type, text] of [
    ['/assets/page.js', 'js', assets.page],
    ['/assets/page.css', 'css', assets.styles],
    ['/assets/tabulator.js', 'js', assets.gridCode],
    ['/assets/tabulator.css', 'css', assets.gridStyles],
  ] as const)
    router.get(
      path,
      pageOnly,
      (_request, response) => void response.set('cache-control', 'no-cache').type(type).send(text),
    )

  const api = express.Router()
  api.use(pageOnly, express.json({ limit: '20mb' }))
  api.get('/events', (_request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' }).flushHeaders()
    response.write('retry: 1000\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  })
  api.get('/state', (request, response) => void response.json(state(request)))
  api.post('/open', (request, response) => {
    try {
      runtime.open('LIMITED')
      const first = ui.menus.flatMap((menu) => menu.items).find((item) => 'functionName' in item)
      // A second tab shares the open sidebar: a new one would take it away from the first.
      if (ui.sidebar) lastTitle = ui.sidebar.title || lastTitle
      else if (first && 'functionName' in first) runtime.call(first.functionName)
      else if (runtime.functionNames().includes('showSidebar')) runtime.call('showSidebar')
    } catch (error) {
      setTimeout(
        () =>
          send({
            type: 'alert',
            title: 'The add-on could not start',
            text: error instanceof Error ? error.message : String(error),
          }),
        300,
      )
    }
    afterRun()
    response.json(state(request))
  })
  api.post('/menu', (request, response) => {
    runMenu(String(request.body?.functionName))
    response.json(state(request))
  })
  api.post('/panels/:token/close', (request, response) => {
    if (ui.sidebar?.token === request.params.token) ui.sidebar = null
    if (ui.dialog?.token === request.params.token) ui.dialog = null
    send({ type: 'state' })
    response.json(state(request))
  })
  api.post('/sheets', (request, response) => {
    select(workbook, addSheet(workbook), null)
    response.json(state(request))
  })
  const onSheet = (
    method: 'get' | 'post',
    path: string,
    work: (sheet: Sheet, body: Record<string, unknown>, request: Request) => unknown,
  ) =>
    api[method](`/sheets/:id${path}`, (request, response) => {
      const sheet = sheetOf(request)
      // What was selected in a sheet that a script has just deleted matters to nobody.
      if (!sheet && path === '/select') response.json({})
      else if (!sheet) response.status(404).json({ message: 'That sheet no longer exists.' })
      else {
        const refused = work(sheet, (request.body ?? {}) as Record<string, unknown>, request)
        if (typeof refused === 'string') response.status(422).json({ message: refused })
        else response.json(refused ?? {})
      }
    })
  onSheet('get', '', (sheet) => sheetView(workbook, sheet))
  onSheet('post', '/select', (sheet, body) => select(workbook, sheet, boxFrom(body.box)))
  onSheet('post', '/cells', (sheet, { row, column, texts }) =>
    typeCells(workbook, sheet, Number(row), Number(column), texts as string[][]),
  )
  onSheet('post', '/clear', (sheet, body) => {
    const box = boxFrom(body.box)
    if (box) clearCells(workbook, sheet, box)
  })
  onSheet('post', '/tick', (sheet, { row, column, checked }) =>
    tick(workbook, sheet, Number(row), Number(column), checked === true),
  )
  router.use('/api', api)

  return {
    router,
    close: () => {
      stopChanges()
      ui.listeners.delete(onUi)
      for (const listener of listeners) listener.end()
    },
  }
}

function menuView(menu: Menu): MenuView {
  const items = menu.items.map((item): MenuItemView => ('items' in item ? menuView(item) : item))
  return { caption: menu.caption, items }
}

function boxFrom(value: unknown): Box | null {
  if (typeof value !== 'object' || value === null) return null
  const { row, column, rows, columns } = value as Record<string, unknown>
  const box = { row: Number(row), column: Number(column), rows: Number(rows), columns: Number(columns) }
  return Object.values(box).every((one) => Number.isInteger(one) && one > 0) ? box : null
}
