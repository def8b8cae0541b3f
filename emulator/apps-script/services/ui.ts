// Ui and Menu: what a script asks the spreadsheet's window to show.
import { instance, string } from '../arguments.ts'
import { Button, ButtonSet, enumName, member } from '../enums.ts'
import type { Execution } from '../execution.ts'
import { type Args, defineKind, type Handle, type Methods, make, SELF } from '../service.ts'
import { type Menu, newPanel, showUi } from '../ui-state.ts'
import { type HtmlState, htmlOutput, htmlText } from './html.ts'

const UiKind = defineKind<null>('SpreadsheetApp.Ui')
const MenuKind = defineKind<Menu>('SpreadsheetApp.Menu')

export const uiHandle = make(UiKind, null)

/** The add-on's own menu goes by the project's name; the window titles it. */
const addonMenu = ''

function panel(args: Args, index: number): HtmlState {
  if (typeof args[index] === 'string') return { content: args[index], title: '', width: null, height: null }
  return htmlOutput(args, index)
}

/** `alert(prompt)`, `alert(prompt, buttons)` or `alert(title, prompt, buttons)`; answered at once with the first button. */
function alert(args: Args, run: Execution): Handle | null {
  const hasTitle = typeof args[1] === 'string'
  const buttonsAt = hasTitle ? 2 : 1
  const buttons = args.length > buttonsAt ? enumName(args, buttonsAt, ButtonSet) : 'OK'
  showUi(run.shared.ui, { type: 'alert', title: hasTitle ? string(args, 0) : '', text: string(args, hasTitle ? 1 : 0) })
  return member(Button, buttons.startsWith('YES') ? 'YES' : 'OK')
}

Object.assign(UiKind.methods, {
  createMenu: (_self, args) => make(MenuKind, { caption: string(args, 0), items: [], addon: false }),
  createAddonMenu: () => make(MenuKind, { caption: addonMenu, items: [], addon: true }),
  showSidebar: (_self, args, run) => {
    const html = panel(args, 0)
    showUi(run.shared.ui, { type: 'sidebar', panel: newPanel({ ...html, html: htmlText(html), modal: false }) })
  },
  showModalDialog: (_self, args, run) => {
    const html = panel(args, 0)
    showUi(run.shared.ui, {
      type: 'dialog',
      panel: newPanel({ ...html, title: string(args, 1), html: htmlText(html), modal: true }),
    })
  },
  showModelessDialog: (_self, args, run) => {
    const html = panel(args, 0)
    showUi(run.shared.ui, {
      type: 'dialog',
      panel: newPanel({ ...html, title: string(args, 1), html: htmlText(html), modal: false }),
    })
  },
  alert: (_self, args, run) => alert(args, run),
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
  addToUi: (self, _args, run) => {
    const { ui } = run.shared
    ui.menus = [...ui.menus.filter((one) => one.addon !== self.addon || one.caption !== self.caption), self]
    showUi(ui, { type: 'menus' })
  },
} satisfies Methods<Menu>)
