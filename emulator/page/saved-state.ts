// Keeps the workbook and the properties in a JSON file, so that a restart brings the sheet back.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newStores, type StoredProperties, type Stores, storedProperties } from '../apps-script/stores.ts'
import { onChange } from '../workbook/changes.ts'
import { fromJson, type StoredWorkbook, toJson } from '../workbook/json.ts'
import type { Workbook } from '../workbook/workbook.ts'

type Saved = { workbook: StoredWorkbook; properties: StoredProperties }

/** What the file holds, or null when there is no such file. */
export function loadState(file: string): { workbook: Workbook; stores: Stores } | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  const saved = JSON.parse(text) as Saved
  return { workbook: fromJson(saved.workbook), stores: newStores(saved.properties) }
}

/** Saves a moment after each change. `soon` asks for a save (properties tell of no change), `close` saves and stops. */
export function keepSaved(file: string, workbook: Workbook, stores: Stores): { soon: () => void; close: () => void } {
  mkdirSync(dirname(file), { recursive: true })
  let timer: NodeJS.Timeout | undefined
  let written = ''
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    const text = JSON.stringify({ workbook: toJson(workbook), properties: storedProperties(stores) } satisfies Saved)
    if (text === written) return
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
    written = text
  }
  const soon = () => {
    timer ??= setTimeout(save, 500)
    timer.unref()
  }
  const stop = onChange(workbook, soon)
  return {
    soon,
    close: () => {
      stop()
      save()
    },
  }
}
