// The way from a table to a plan that is agreed to, as a pure reducer.
import type { TemplateEntry } from '../../shared/contract/template-schemas.ts'
import type { KnownTable } from '../../shared/plan/place.ts'
import type { NeedKind, PlanPreview } from '../../shared/plan/plan-preview.ts'
import type { Decisions, Target } from '../../shared/plan/target.ts'
import type { Cell, Table } from '../../shared/table/table.ts'
import type { LoadedRows } from './actions/load-rows.ts'
import { unsupportedCells } from './evidence.ts'
import type { Fault } from './fault.ts'

/** Where the table goes: a kind of target, for a known table which one, and for a merge by which of its columns, if not its own key. */
export type Place = { kind: Target['kind']; anchorId: string | null; by?: string }

export type InsertState = {
  templates: TemplateEntry[] | null
  templateId: string | null
  known: KnownTable[]
  place: Place
  name: string
  rows: Cell[][] | null
  evidence: LoadedRows['evidence']
  loaded: number
  /** The version of this table that the known one got last, when it is known. */
  base: Table | null
  decisions: Decisions
  preview: PlanPreview | null
  planning: boolean
  /** What the person has agreed to of what this very preview shows. */
  allow: NeedKind[]
  /** How far the write is; null while nothing is written. */
  writing: { rows: number; of: number } | null
  /** The press whose outcome is unknown: pressing again means the same one. */
  operationId: string | null
  /** What was said about the plan since the last choice, such as that the sheet changed under it. */
  news: string | null
  fault: { during: 'load' | 'plan' | 'write'; fault: Fault } | null
  /** The number of the plan that is waited for; the answer to an older question is not taken. */
  asked: number | null
}

export type InsertAction =
  | { type: 'load' }
  | { type: 'progress'; rows: number }
  | ({
      type: 'loaded'
      templates: TemplateEntry[]
      templateId: string | null
      known: KnownTable[]
      place: Place
    } & LoadedRows)
  | { type: 'choose'; change: Partial<Pick<InsertState, 'templateId' | 'place' | 'name' | 'base'>> }
  | { type: 'decide'; decisions: Partial<Decisions> }
  | { type: 'ask'; asked: number }
  | { type: 'planned'; asked: number; preview: PlanPreview }
  | { type: 'allow'; kind: NeedKind; allow: boolean }
  | { type: 'press'; operationId: string }
  | { type: 'written'; rows: number; of: number }
  | { type: 'replan'; news: string }
  | { type: 'failed'; during: 'load' | 'plan' | 'write'; fault: Fault; asked?: number }

export const noDecisions: Decisions = {
  mapping: {},
  review: { all: null, rows: {} },
  conflicts: { all: null, cells: {} },
}

export function startInsert(name: string): InsertState {
  return {
    templates: null,
    templateId: null,
    known: [],
    place: { kind: 'new_sheet', anchorId: null },
    name,
    rows: null,
    evidence: [],
    loaded: 0,
    base: null,
    decisions: noDecisions,
    preview: null,
    planning: false,
    allow: [],
    writing: null,
    operationId: null,
    news: null,
    fault: null,
    asked: null,
  }
}

/** A need that is the same as before stays agreed to, whatever else the plan says now. */
function stillAllowed({ preview, allow }: InsertState, now: PlanPreview): NeedKind[] {
  const before = new Map(preview?.needs.map((need) => [need.kind, JSON.stringify(need)]))
  return allow.filter((kind) => {
    const need = now.needs.find((each) => each.kind === kind)
    return need !== undefined && before.get(kind) === JSON.stringify(need)
  })
}

/** A plan that is on its way is about an earlier choice by now, and is not taken when it comes. */
const replanned = { asked: null, operationId: null, planning: true, fault: null } as const

/** What is chosen again changes nothing: no plan would be asked for, and one that is on its way stays good. */
function isSame(state: InsertState, change: Partial<InsertState>): boolean {
  return (Object.keys(change) as (keyof InsertState)[]).every(
    (key) =>
      state[key] === change[key] || (key === 'place' && JSON.stringify(state[key]) === JSON.stringify(change[key])),
  )
}

export function reduceInsert(state: InsertState, action: InsertAction): InsertState {
  switch (action.type) {
    case 'load':
      return { ...state, fault: null, loaded: 0 }
    case 'progress':
      return { ...state, loaded: action.rows }
    case 'loaded': {
      const { templates, rows, evidence, known } = action
      // The rows come again when a value was kept or removed: what the person chose stays.
      const first = state.templates === null
      const templateId = state.templateId ?? action.templateId
      const same = state.preview !== null && rows === state.rows && evidence === state.evidence
      const place = first ? action.place : state.place
      return { ...state, templates, templateId, rows, evidence, known, place, planning: !same || state.planning }
    }
    case 'choose': {
      const { change } = action
      if (isSame(state, change)) return state
      // Another template has other columns, another place other rows: what was decided was about the ones before.
      const decisions = 'templateId' in change ? noDecisions : { ...state.decisions, conflicts: noDecisions.conflicts }
      return { ...state, ...change, ...replanned, decisions, allow: [], news: null }
    }
    case 'decide':
      return { ...state, ...replanned, decisions: { ...state.decisions, ...action.decisions } }
    case 'ask':
      return { ...state, ...replanned, asked: action.asked }
    case 'planned':
      if (action.asked !== state.asked) return state
      return { ...state, preview: action.preview, planning: false, allow: stillAllowed(state, action.preview) }
    case 'allow': {
      const others = state.allow.filter((kind) => kind !== action.kind)
      return { ...state, allow: action.allow ? [...others, action.kind] : others }
    }
    case 'press':
      return { ...state, writing: { rows: 0, of: 0 }, operationId: action.operationId, fault: null }
    case 'written':
      return { ...state, writing: { rows: action.rows, of: action.of } }
    case 'replan':
      return { ...state, ...replanned, writing: null, allow: [], news: action.news }
    case 'failed': {
      if (action.asked !== undefined && action.asked !== state.asked) return state
      const { during, fault } = action
      return { ...state, planning: false, writing: null, fault: { during, fault } }
    }
  }
}

/** Why the blue button does nothing yet, in words; null when it may be pressed. */
export function whyNotInsert({ writing, fault, preview, planning, allow }: InsertState): string | null {
  if (writing) return 'The rows are being written'
  if (fault !== null && fault.during !== 'write') return 'What will change could not be worked out'
  if (preview === null || planning) return 'What will change is still being worked out'
  if (preview.conflicts.undecided > 0) return 'Decide first which of two values stays'
  if (preview.review.undecided > 0) return 'Decide first about the rows that break a rule'
  if (preview.needs.some(({ kind }) => !allow.includes(kind))) return 'Agree first to what is ticked below'
  const { counts, changes } = preview
  const nothing = counts.rows_new + counts.rows_updated + counts.rows_removed === 0 && changes.count === 0
  return nothing && !preview.new_sheet ? 'There is nothing to change' : null
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
