// The last writes of this spreadsheet and what taking each back needs, in the document's properties.
import * as z from 'zod'
import { Receipt } from '../../../shared/plan/receipt.ts'
import { findSheet } from '../sheets.ts'
import { UndoStep } from './undo-step.ts'

/** A property holds 9 KB, all of them together 500 KB, of which others may need some. */
const partLength = 8500
const mostLength = 380_000
const mostSteps = 10

const indexName = 'undo'
const progressName = 'undo_progress'
/** Where the steps stood in an earlier version. */
const formerName = 'undo_steps'

/** Each step by its receipt, with the hidden sheets it needs and how many parts its JSON has; the latest first. */
const Index = z.array(
  z.object({ receipt: Receipt, parts: z.int(), length: z.int(), sheets: z.array(z.int()), state: z.string() }),
)
type Index = z.infer<typeof Index>

/** JSON of ASCII alone: each of its characters is one byte. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

const partName = (operationId: string, part: number) => `undo ${operationId} ${part}`

function partsOf(name: (part: number) => string, json: string): Record<string, string> {
  const parts: Record<string, string> = {}
  for (let part = 0; part * partLength < json.length; part++)
    parts[name(part)] = json.slice(part * partLength, (part + 1) * partLength)
  return parts
}

function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    const result = schema.safeParse(JSON.parse(json))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

const properties = () => PropertiesService.getDocumentProperties()

function readAll(all: Record<string, string>, name: (part: number) => string): string {
  let json = ''
  for (let part = 0; all[name(part)] !== undefined; part++) json += all[name(part)]
  return json
}

const indexPart = (part: number) => `${indexName} ${part}`

function readIndex(all: Record<string, string>): Index {
  return parsed(Index, readAll(all, indexPart)) ?? []
}

/** The receipts of the writes that can be taken back, the latest first. */
export function readReceipts(): { receipt: Receipt; state: string; sheets: number[] }[] {
  return readIndex(properties().getProperties())
}

/** Everything about one write, or null when it is not known any more. */
export function readStep(operationId: string): UndoStep | null {
  const json = readAll(properties().getProperties(), (part) => partName(operationId, part))
  return json ? parsed(UndoStep, json) : null
}

/** All writes that can be taken back, the latest first. */
export function readSteps(): UndoStep[] {
  const all = properties().getProperties()
  return readIndex(all).flatMap(({ receipt }) => {
    const step = parsed(
      UndoStep,
      readAll(all, (part) => partName(receipt.operation_id, part)),
    )
    return step ? [step] : []
  })
}

function deleteSheets(ids: number[]): void {
  for (const id of ids) {
    const sheet = findSheet(id)
    if (sheet) SpreadsheetApp.getActiveSpreadsheet().deleteSheet(sheet)
  }
}

/** Properties in place of those that were there under the same names; more parts than before or fewer. */
function replaceParts(
  all: Record<string, string>,
  gone: (name: string) => boolean,
  made: Record<string, string>,
): void {
  for (const name of Object.keys(all)) if (gone(name) && made[name] === undefined) properties().deleteProperty(name)
  if (Object.keys(made).length > 0) properties().setProperties(made)
}

const isPartOf = (operationId: string) => (name: string) => name.startsWith(`undo ${operationId} `)
const isIndex = (name: string) => /^undo \d+$/.test(name)

/** What an earlier version kept can't be taken back any more: its hidden sheets go. */
function forgetFormer(all: Record<string, string>): void {
  const former = all[formerName]
  if (former === undefined) return
  const Saved = z.array(z.object({ saved: z.object({ sheet_id: z.int() }).nullable() }))
  properties().deleteProperty(formerName)
  deleteSheets((parsed(Saved, former) ?? []).flatMap(({ saved }) => (saved ? [saved.sheet_id] : [])))
}

const hiddenSheets = (step: UndoStep) => [step.saved?.sheet_id, step.staging?.sheet_id].filter((id) => id !== undefined)

/** Stores a step first, in place of an earlier state of it; those that no longer fit go, with their hidden sheets. */
export function putStep(step: UndoStep): void {
  const { operation_id } = step.receipt
  const all = properties().getProperties()
  forgetFormer(all)
  const json = asciiJson(step)
  const made = partsOf((part) => partName(operation_id, part), json)
  const entry = {
    receipt: step.receipt,
    parts: Object.keys(made).length,
    length: json.length,
    sheets: hiddenSheets(step),
    state: step.state,
  }
  const index = [entry, ...readIndex(all).filter(({ receipt }) => receipt.operation_id !== operation_id)]
  const tooMuch = () => index.length > mostSteps || index.reduce((sum, { length }) => sum + length, 0) > mostLength
  while (index.length > 1 && tooMuch()) {
    const oldest = index.pop()
    if (!oldest) break
    deleteSheets(oldest.sheets)
    replaceParts(all, isPartOf(oldest.receipt.operation_id), {})
  }
  replaceParts(all, (name) => isPartOf(operation_id)(name) || isIndex(name), {
    ...made,
    ...partsOf(indexPart, asciiJson(index)),
  })
}

/** Removes a step and its hidden sheets. */
export function removeStep(step: UndoStep): void {
  const { operation_id } = step.receipt
  deleteSheets(hiddenSheets(step))
  const all = properties().getProperties()
  const index = readIndex(all).filter(({ receipt }) => receipt.operation_id !== operation_id)
  const made = index.length > 0 ? partsOf(indexPart, asciiJson(index)) : {}
  replaceParts(all, (name) => isPartOf(operation_id)(name) || isIndex(name) || name === progressName, made)
}

/** Notes that structural edits up to this one were begun, for a run that Google may end at any time. */
export function noteProgress(operationId: string, begun: number): void {
  properties().setProperty(progressName, `${begun} ${operationId}`)
}

/** How many structural edits of a write were finished for sure; the next one may be, too. Null when none was begun. */
export function readProgress(operationId: string): number | null {
  const noted = /^(\d+) (.*)$/.exec(properties().getProperty(progressName) ?? '')
  return noted?.[2] === operationId ? Number(noted[1]) : null
}
