// Loads what a plan needs, plans again with every choice, and writes once for each press.
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { Selection } from '../../../../shared/contract/rpc.ts'
import type { PreviewInput } from '../../../../shared/contract/write-rpc.ts'
import type { KnownTable } from '../../../../shared/plan/place.ts'
import type { Receipt } from '../../../../shared/plan/receipt.ts'
import type { Target } from '../../../../shared/plan/target.ts'
import type { Cell } from '../../../../shared/table/table.ts'
import { findKnown, loadBase } from '../../actions/known-tables.ts'
import { loadRows } from '../../actions/load-rows.ts'
import { listTemplates } from '../../actions/templates.ts'
import { useApp } from '../../app-context.ts'
import { unsupportedCells } from '../../evidence.ts'
import { FaultError, faultOf, isAbort } from '../../fault.ts'
import { guessTemplate } from '../../guess-template.ts'
import {
  type InsertAction,
  type InsertState,
  type Place,
  reduceInsert,
  rowsToWrite,
  startInsert,
  whyNotInsert,
} from '../../insert-state.ts'
import { mergeKeys, ownKeys } from '../../merge-keys.ts'
import { newId } from '../../new-id.ts'
import type { TableView } from '../../transcript.ts'

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
  const { templates, templateId, place, name, decisions, base } = state
  const rows = useMemo(() => rowsToWrite(state), [state.rows, state.evidence])
  const unsupported = useMemo(() => unsupportedCells(state.evidence), [state.evidence])
  const here = useRef(true)
  useLayoutEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const questions = useRef(0)

  const load = useCallback(
    async (signal: AbortSignal) => {
      dispatch({ type: 'load' })
      try {
        const [list, known, all] = await Promise.all([
          listTemplates(app),
          findKnown(app),
          loadRows(app.api, table, (count) => dispatch({ type: 'progress', rows: count }), signal),
        ])
        if (signal.aborted) return
        const mine = known.find(({ anchor }) => anchor.source?.table_id === table.id)
        const guessed = mine ? mine.anchor.template.id : guessTemplate(table.columns, list, wish)
        const templateKnown = list.some(({ id }) => id === guessed) ? guessed : guessTemplate(table.columns, list, wish)
        const place = firstPlace(mine, table, all.rows)
        dispatch({ type: 'loaded', templates: list, templateId: templateKnown, known, place, ...all })
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

  // What the sheet got last is read once the person merges this very table again.
  const merged = place.kind === 'merge' ? state.known.find(({ anchor }) => anchor.id === place.anchorId) : undefined
  useEffect(() => {
    if (merged === undefined || base !== null || merged.anchor.source?.table_id !== table.id) return
    loadBase(app, merged).then(
      (found) => dispatch({ type: 'choose', change: { base: found } }),
      () => {},
    )
  }, [app, merged, base, table.id])

  const at = selection === null ? '' : `${selection.sheet_id} ${selection.row} ${selection.column}`
  const follows = place.kind === 'at_cell' ? at : ''
  const { title, columns } = table
  // The selected cell matters only while it is the target.
  const input = useCallback((): PreviewInput | null => {
    const template = templates?.find((known) => known.id === templateId)
    const target = targetOf(place, name, selection)
    if (template === undefined || rows === null || target === null) return null
    const conversation = app.store.get().conversation
    const source = { conversation_id: conversation?.id ?? null, table_id: table.id, version: table.version }
    return { table: { title, columns, rows }, template, target, decisions, source, base: merged ? base : null }
  }, [title, columns, templates, templateId, rows, place, name, follows, decisions, base])

  const ask = useCallback(async () => {
    const given = input()
    if (given === null) return
    const mine = ++questions.current
    dispatch({ type: 'ask', asked: mine })
    try {
      dispatch({ type: 'planned', asked: mine, preview: await app.rpc('preview', given) })
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
      for (;;) {
        const progress = await app.rpc('write', { ...given, operation_id: operationId, digest, allow })
        if (progress.done) return onWritten(progress.receipt, unsupported.length)
        dispatch({ type: 'written', rows: progress.rows, of: progress.of })
      }
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
    dispatch: dispatch as (action: InsertAction) => void,
    write,
    plan: ask,
    reload: () => load(new AbortController().signal),
  }
}

/** A table that is in this spreadsheet already is merged into it, where something names its rows. */
function firstPlace(mine: KnownTable | undefined, { columns }: TableView, rows: Cell[][]): Place {
  if (mine === undefined) return { kind: 'new_sheet', anchorId: null }
  const anchorId = mine.anchor.id
  if (ownKeys(mine).length > 0) return { kind: 'merge', anchorId }
  const [by] = mergeKeys(mine, columns, rows)
  return by === undefined ? { kind: 'replace', anchorId } : { kind: 'merge', anchorId, by: by.key }
}

/** The sheet is no longer as it was when the plan was shown: show it again and say so. */
function newsOf(error: unknown): string | null {
  if (!(error instanceof FaultError)) return null
  const { code, detail } = error.fault
  return code === 'plan_changed' || code === 'overwrite' ? detail : null
}

function targetOf(place: InsertState['place'], name: string, selection: Selection | null): Target | null {
  const { kind, anchorId } = place
  if (kind === 'new_sheet') {
    const trimmed = name.trim()
    return trimmed === '' ? { kind } : { kind, name: trimmed.slice(0, 100) }
  }
  if (kind === 'merge' && place.by !== undefined && anchorId !== null)
    return { kind, anchor_id: anchorId, by: [place.by] }
  if (kind !== 'at_cell') return anchorId === null ? null : { kind, anchor_id: anchorId }
  if (selection === null) return null
  return { kind, sheet_id: selection.sheet_id, row: selection.row, column: selection.column }
}
