// Ui and Menu: what a script asks the spreadsheet's window to show.
import { instance, list, record, string, textOrNull } from '../arguments.ts'
import { Button, ButtonSet, enumName, member } from '../enums.ts'
import type { Execution } from '../execution.ts'
import type { SpreadsheetState } from '../kinds.ts'
import { type Args, defineKind, type Methods, make, SELF } from '../service.ts'
import { type Menu, newPanel, showUi } from '../ui-state.ts'
import { type HtmlState, htmlOutput, htmlText } from './html.ts'

type Response = { text: string; button: string }

const ResponseKind = defineKind<Response>('SpreadsheetApp.PromptResponse')
const UiKind = defineKind<null>('SpreadsheetApp.Ui')
const MenuKind = defineKind<Menu>('SpreadsheetApp.Menu')

export const uiHandle = make(UiKind, null)

/** The add-on's own menu goes by the project's name; the window titles it. */
const addonMenu = ''

function panel(args: Args, index: number): HtmlState {
  if (typeof args[index] === 'string') return { content: args[index], title: '', width: null, height: null }
  return htmlOutput(args, index)
}

/** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`; answered at once with the first button. */
function ask(args: Args, run: Execution): string {
  const hasTitle = typeof args[1] === 'string'
  const buttonsAt = hasTitle ? 2 : 1
  const buttons = args.length > buttonsAt ? enumName(args, buttonsAt, ButtonSet) : 'OK'
  const text = textOrNull(args, hasTitle ? 1 : 0)
  if (text === null) throw new Error('Argument cannot be null: prompt')
  showUi(run.shared.ui, { type: 'alert', title: hasTitle ? string(args, 0) : '', text })
  return buttons.startsWith('YES') ? 'YES' : 'OK'
}

function show(args: Args, run: Execution, modal: boolean): void {
  const html = panel(args, 0)
  const title = args.length > 1 ? string(args, 1) : html.title
  showUi(run.shared.ui, { type: 'dialog', panel: newPanel({ ...html, title, html: htmlText(html), modal }) })
}

/** The menu of a title and `[{ name, functionName }]`, where null is a line between items. */
function simpleMenu(args: Args): Menu {
  const items = list(args, 1).map((item): Menu['items'][number] => {
    if (item === null) return { separator: true }
    const { name, functionName } = record([item], 0)
    return { caption: string([name], 0), functionName: string([functionName], 0) }
  })
  return { caption: string(args, 0), items, addon: false }
}

function putMenu(run: Execution, menu: Menu): void {
  const { ui } = run.shared
  ui.menus = [...ui.menus.filter((one) => one.addon !== menu.addon || one.caption !== menu.caption), menu]
  showUi(ui, { type: 'menus' })
}

/** Spreadsheet's own way to menus and windows, older than Ui. */
export const spreadsheetUi: Methods<SpreadsheetState> = {
  addMenu: (_self, args, run) => putMenu(run, simpleMenu(args)),
  updateMenu: (_self, args, run) => putMenu(run, simpleMenu(args)),
  removeMenu: (_self, args, run) => {
    const { ui } = run.shared
    ui.menus = ui.menus.filter((one) => one.addon || one.caption !== string(args, 0))
    showUi(ui, { type: 'menus' })
  },
  show: (_self, args, run) => show(args, run, false),
}

Object.assign(UiKind.methods, {
  createMenu: (_self, args) => make(MenuKind, { caption: string(args, 0), items: [], addon: false }),
  createAddonMenu: () => make(MenuKind, { caption: addonMenu, items: [], addon: true }),
  showSidebar: (_self, args, run) => {
    const html = panel(args, 0)
    showUi(run.shared.ui, { type: 'sidebar', panel: newPanel({ ...html, html: htmlText(html), modal: false }) })
  },
  showDialog: (_self, args, run) => show(args, run, false),
  showModalDialog: (_self, args, run) => show(args, run, true),
  showModelessDialog: (_self, args, run) => show(args, run, false),
  alert: (_self, args, run) => member(Button, ask(args, run)),
  prompt: (_self, args, run) => make(ResponseKind, { text: '', button: ask(args, run) }),
} satisfies Methods<null>)

Object.assign(UiKind.constants, { Button: Button.holder, ButtonSet: ButtonSet.holder })

Object.assign(MenuKind.methods, {
  addItem: (self, args) => {
    self.items.push({ caption: string(args, 0), functionName: string(args, 1) })
    return SELF
  },
  addSeparator: (self) => {
    self.items.push({ separator: true })
    return SELF
  },
  addSubMenu: (self, args) => {
    self.items.push(instance(args, 0, MenuKind))
    return SELF
  },
  addToUi: (self, _args, run) => putMenu(run, self),
} satisfies Methods<Menu>)

Object.assign(ResponseKind.methods, {
  getResponseText: ({ text }) => text,
  getSelectedButton: ({ button }) => member(Button, button),
} satisfies Methods<Response>)

const BrowserKind = defineKind<null>('Browser')
Object.assign(BrowserKind.methods, {
  msgBox: (_self, args, run) => ask(args, run).toLowerCase(),
  inputBox: (_self, args, run) => {
    ask(args, run)
    return ''
  },
} satisfies Methods<null>)
BrowserKind.constants.Buttons = ButtonSet.holder

/** Browser.msgBox and inputBox, which scripts bound to a spreadsheet still use. */
export const browser = make(BrowserKind, null)
