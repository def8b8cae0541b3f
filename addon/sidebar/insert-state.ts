// The way from a table to a plan that is agreed to, as a pure reducer.
import type { PlanPreview, Target } from '../../shared/plan/plan.ts'
import type { Cell } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { LoadedRows } from './actions/load-rows.ts'
import { unsupportedCells } from './evidence.ts'
import type { Fault } from './fault.ts'

export type InsertState = {
  templates: Template[] | null
  templateId: string | null
  place: Target['kind']
  name: string
  rows: Cell[][] | null
  evidence: LoadedRows['evidence']
  loaded: number
  preview: PlanPreview | null
  planning: boolean
  /** The person has agreed to the overwriting that this very preview shows. */
  allow: boolean
  writing: boolean
  /** The press whose outcome is unknown: pressing again means the same one. */
  operationId: string | null
  /** What was said about the plan since the last choice, such as that the sheet changed under it. */
  news: string | null
  fault: { during: 'load' | 'plan' | 'write'; fault: Fault } | null
  /** Counts the plans asked for, so that the answer to an older question is not taken. */
  asked: number
}

export type InsertAction =
  | { type: 'load' }
  | { type: 'progress'; rows: number }
  | ({ type: 'loaded'; templates: Template[]; templateId: string | null } & LoadedRows)
  | { type: 'choose'; change: Partial<Pick<InsertState, 'templateId' | 'place' | 'name'>> }
  | { type: 'ask' }
  | { type: 'planned'; asked: number; preview: PlanPreview }
  | { type: 'allow'; allow: boolean }
  | { type: 'press'; operationId: string }
  | { type: 'replan'; news: string }
  | { type: 'failed'; during: 'load' | 'plan' | 'write'; fault: Fault; asked?: number }

export function startInsert(name: string): InsertState {
  return {
    templates: null,
    templateId: null,
    place: 'new_sheet',
    name,
    rows: null,
    evidence: [],
    loaded: 0,
    preview: null,
    planning: false,
    allow: false,
    writing: false,
    operationId: null,
    news: null,
    fault: null,
    asked: 0,
  }
}

export function reduceInsert(state: InsertState, action: InsertAction): InsertState {
  switch (action.type) {
    case 'load':
      return { ...state, fault: null, loaded: 0 }
    case 'progress':
      return { ...state, loaded: action.rows }
    case 'loaded': {
      const { templates, rows, evidence } = action
      // The rows come again when a value was kept or removed: what the person chose stays.
      const templateId = state.templateId ?? action.templateId
      const same = state.preview !== null && rows === state.rows && evidence === state.evidence
      return { ...state, templates, templateId, rows, evidence, planning: !same || state.planning }
    }
    case 'choose':
      return { ...state, ...action.change, allow: false, operationId: null, news: null, planning: true, fault: null }
    case 'ask':
      return { ...state, asked: state.asked + 1, planning: true, allow: false, operationId: null, fault: null }
    case 'planned': {
      if (action.asked !== state.asked) return state
      const same = state.preview?.digest === action.preview.digest
      return { ...state, preview: action.preview, planning: false, allow: same && state.allow }
    }
    case 'allow':
      return { ...state, allow: action.allow }
    case 'press':
      return { ...state, writing: true, operationId: action.operationId, fault: null }
    case 'replan':
      return { ...state, writing: false, operationId: null, allow: false, news: action.news, planning: true }
    case 'failed': {
      if (action.asked !== undefined && action.asked !== state.asked) return state
      const { during, fault } = action
      return { ...state, planning: false, writing: false, fault: { during, fault } }
    }
  }
}

/** Why the blue button does nothing yet, in words; null when it may be pressed. */
export function whyNotInsert(state: InsertState): string | null {
  if (state.writing) return 'The rows are being written'
  if (state.fault !== null && state.fault.during !== 'write') return 'What will change could not be worked out'
  if (state.preview === null || state.planning) return 'What will change is still being worked out'
  if (state.preview.overwrites.count > 0 && !state.allow) return 'Say first that the filled cells may be overwritten'
  return null
}

/** The rows as they go into the sheet: a value that stands in no source stays out until the person keeps it. */
export function rowsToWrite({ rows, evidence }: Pick<InsertState, 'rows' | 'evidence'>): Cell[][] | null {
  const places = unsupportedCells(evidence)
  if (rows === null || places.length === 0) return rows
  const written = [...rows]
  for (const { row, column } of places) {
    written[row] = (written[row] ?? []).map((cell, at) => (at === column ? null : cell))
  }
  return written
}
