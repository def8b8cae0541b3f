// Starts the page: opens the file, draws the sheet, and keeps both in step with the server.
import { readBox } from '../../workbook/address.ts'
import type { Box } from '../../workbook/workbook.ts'
import type { StateView } from '../view.ts'
import { api, listen } from './api.ts'
import { listenToFrozen } from './frozen.ts'
import { createGrid } from './grid.ts'
import { listenToKeys } from './keyboard.ts'
import { drawMenus } from './menus.ts'
import { editTextAt, writeA1 } from './model.ts'
import { createPanels } from './panels.ts'
import { drawTabs } from './tabs.ts'

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const [nameBox, formula, tabs, menus] = [
  find<HTMLInputElement>('name-box'),
  find<HTMLInputElement>('formula'),
  find('tabs'),
  find('menus'),
]

let sheetId = -1
let shownMenus = ''
let loading: Promise<void> | null = null
let again = false

const panels = createPanels(
  (token) => void api.closePanel(token).then(showState),
  () => grid.focus(),
)
/** Does an edit; a refusal is shown, and the sheet drawn again as it is. */
const edit = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    panels.alert('There was a problem', error instanceof Error ? error.message : String(error))
  }
}
const tick = (row: number, column: number, checked: boolean) => void edit(api.tick(sheetId, row, column, checked))
const grid = createGrid(find('grid'), {
  selected: (box) => {
    showSelection()
    tellSelection(box)
  },
  typed: (row, column, text) => {
    const model = grid.model()
    if (model && text !== editTextAt(model, row, column)) void edit(api.type(sheetId, row, column, [[text]]))
  },
  tick,
})

listenToFrozen(find('grid'), grid)
listenToKeys(find('grid'), grid, {
  clear: (box) => void edit(api.clear(sheetId, box)),
  paste: (row, column, texts) =>
    void edit(api.type(sheetId, row, column, texts)).then(() =>
      grid.select({ row, column, rows: texts.length, columns: Math.max(...texts.map((line) => line.length)) }),
    ),
  tick,
})

let opening: Promise<void> = Promise.resolve()
let telling = false
let untold: Box | null = null
/** Tells the server what is selected, only the latest while an earlier one is still on its way. */
function tellSelection(box: Box): void {
  if (telling) {
    untold = box
    return
  }
  telling = true
  void api
    .select(sheetId, box)
    .catch(() => {})
    .then(() => {
      telling = false
      const next = untold
      untold = null
      if (next) tellSelection(next)
    })
}

function showSelection(): void {
  const { row, column, rows, columns } = grid.selection()
  const model = grid.model()
  if (document.activeElement !== nameBox) nameBox.value = writeA1({ row, column, rows, columns })
  if (model && document.activeElement !== formula) formula.value = editTextAt(model, row, column)
}

function showState(state: StateView): void {
  document.title = `${state.title} - local sheet`
  find('title').textContent = state.title
  const now = JSON.stringify([state.addon, state.menus])
  if (now !== shownMenus) drawMenus(menus, state, (name) => void api.menu(name).then(showState))
  shownMenus = now
  drawTabs(tabs, state, openSheet)
  panels.show(state)
  sheetId = state.activeSheetId
}

/** Fetches what is on screen; asked again while fetching, it fetches once more afterwards. */
function refresh(): void {
  if (loading) {
    again = true
    return
  }
  loading = (async () => {
    const state = await api.state()
    showState(state)
    const shown = grid.model()?.view
    const same = shown?.id === state.activeSheetId && shown.version === state.version
    if (same && !state.scripted) return
    grid.show(await api.sheet(sheetId))
    showSelection()
  })()
    .catch(() => {})
    .finally(() => {
      loading = null
      if (again) {
        again = false
        refresh()
      }
    })
}

async function openSheet(id: number): Promise<void> {
  opening = api.select(id, null).then(async () => {
    refresh()
    while (loading) await loading
  })
  await opening.catch(() => {})
}

async function goTo(address: string): Promise<void> {
  // What is typed right after a click on a tab means the sheet that is opening.
  await opening.catch(() => {})
  const model = grid.model()
  const box = model && readBox(address, { maxRows: model.view.rows, maxColumns: model.view.columns })
  if (box) grid.select(box, true)
  grid.focus()
  showSelection()
}

nameBox.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return
  const address = nameBox.value
  nameBox.blur()
  void goTo(address)
})
nameBox.addEventListener('focus', () => nameBox.select())
formula.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    const { row, column } = grid.selection()
    void edit(api.type(sheetId, row, column, [[formula.value]]))
    formula.blur()
    grid.focus()
  } else if (event.key === 'Escape') {
    formula.blur()
    showSelection()
    grid.focus()
  }
})
find('add-sheet').addEventListener('click', () => void api.addSheet().then(refresh))

listen((event) => {
  if (event.type === 'alert') panels.alert(event.title, event.text)
  else if (event.type === 'toast') panels.toast(event.title, event.text, event.seconds)
  else refresh()
})
void api.open().then((state) => {
  showState(state)
  refresh()
})
