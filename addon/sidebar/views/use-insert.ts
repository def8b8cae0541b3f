// Loads what a plan needs, plans again with every choice, and writes once for each press.
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { Selection } from '../../../shared/contract/rpc.ts'
import type { Receipt, Target } from '../../../shared/plan/plan.ts'
import { loadRows } from '../actions/load-rows.ts'
import { useApp } from '../app-context.ts'
import { unsupportedCells } from '../evidence.ts'
import { FaultError, faultOf, isAbort } from '../fault.ts'
import { guessTemplate } from '../guess-template.ts'
import { type InsertAction, reduceInsert, rowsToWrite, startInsert, whyNotInsert } from '../insert-state.ts'
import { newId } from '../new-id.ts'
import type { TableView } from '../transcript.ts'

/** Milliseconds without a key before the name of the sheet is planned with. */
const typingPause = 400

export function useInsert(
  table: TableView,
  wish: string,
  selection: Selection | null,
  onWritten: (receipt: Receipt, leftEmpty: number) => void,
) {
  const app = useApp()
  const [state, dispatch] = useReducer(reduceInsert, table.title, startInsert)
  const { templates, templateId, place, name, asked } = state
  const rows = useMemo(() => rowsToWrite(state), [state.rows, state.evidence])
  const unsupported = useMemo(() => unsupportedCells(state.evidence), [state.evidence])
  const here = useRef(true)
  useLayoutEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const latest = useRef(state)
  latest.current = state

  const load = useCallback(
    async (signal: AbortSignal) => {
      dispatch({ type: 'load' })
      try {
        const [list, all] = await Promise.all([
          listTemplates(app),
          loadRows(app.api, table, (count) => dispatch({ type: 'progress', rows: count }), signal),
        ])
        if (signal.aborted) return
        dispatch({ type: 'loaded', templates: list, templateId: guessTemplate(table.columns, list, wish), ...all })
      } catch (error) {
        if (!isAbort(error) && !signal.aborted) dispatch({ type: 'failed', during: 'load', fault: faultOf(error) })
      }
    },
    [app, table, wish],
  )
  useEffect(() => {
    const controller = new AbortController()
    void load(controller.signal)
    return () => controller.abort()
  }, [load])

  const at = selection === null ? '' : `${selection.sheet_id} ${selection.row} ${selection.column}`
  const follows = place === 'at_cell' ? at : ''
  // The selected cell matters only while it is the target.
  const { title, columns } = table
  const input = useCallback(() => {
    const template = templates?.find((known) => known.id === templateId)
    const target = targetOf(place, name, selection)
    if (template === undefined || rows === null || target === null) return null
    return { table: { title, columns, rows }, template, target }
  }, [title, columns, templates, templateId, rows, place, name, follows])

  const ask = useCallback(async () => {
    const given = input()
    if (given === null) return
    const mine = latest.current.asked + 1
    dispatch({ type: 'ask' })
    try {
      dispatch({ type: 'planned', asked: mine, preview: await app.rpc('plan', given) })
    } catch (error) {
      dispatch({ type: 'failed', during: 'plan', fault: faultOf(error), asked: mine })
    }
  }, [app, input])

  const typed = useRef(name)
  useEffect(() => {
    const wait = typed.current === name ? 0 : typingPause
    typed.current = name
    const timer = setTimeout(ask, wait)
    return () => clearTimeout(timer)
  }, [ask, name])

  const write = async () => {
    const given = input()
    const { preview, allow } = state
    if (given === null || preview === null || whyNotInsert(state) !== null) return
    const operationId = state.operationId ?? newId()
    dispatch({ type: 'press', operationId })
    try {
      const { digest } = preview
      const receipt = await app.rpc('apply', { ...given, operation_id: operationId, digest, allow_overwrite: allow })
      onWritten(receipt, unsupported.length)
    } catch (error) {
      const news = newsOf(error)
      // The person has left this view meanwhile: what went wrong is said where they are.
      if (!here.current) return app.store.set({ sendFault: faultOf(error) })
      if (news === null) return dispatch({ type: 'failed', during: 'write', fault: faultOf(error) })
      dispatch({ type: 'replan', news })
      await ask()
    }
  }

  return {
    state,
    unsupported,
    asked,
    dispatch: dispatch as (action: InsertAction) => void,
    write,
    plan: ask,
    reload: () => load(new AbortController().signal),
  }
}

/** The sheet is no longer as it was when the plan was shown: show it again and say so. */
function newsOf(error: unknown): string | null {
  if (!(error instanceof FaultError)) return null
  const { code, detail } = error.fault
  return code === 'plan_changed' || code === 'overwrite' ? detail : null
}

function targetOf(place: Target['kind'], name: string, selection: Selection | null): Target | null {
  if (place === 'new_sheet') {
    const trimmed = name.trim()
    return trimmed === '' ? { kind: 'new_sheet' } : { kind: 'new_sheet', name: trimmed.slice(0, 100) }
  }
  if (selection === null) return null
  return { kind: 'at_cell', sheet_id: selection.sheet_id, row: selection.row, column: selection.column }
}

async function listTemplates(app: ReturnType<typeof useApp>) {
  const known = app.store.get().templates
  if (known !== null) return known
  const { items } = await app.api.call('listTemplates', { query: { limit: 100 } })
  app.store.set({ templates: items })
  return items
}
