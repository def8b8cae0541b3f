// Finds the lists of records inside an object that an interface answered with.
import { jsonTable } from './read-json-table.ts'
import { isRecord, isScalar, type Json, type JsonRecord } from './read-json-value.ts'

export type InnerList = { name: string; value: Json[] }

/** The lists of records in an object, at most four names deep and not inside other lists. */
export function listsIn(record: JsonRecord): InnerList[] {
  const found: InnerList[] = []
  let level: JsonRecord[] = [record]
  for (let depth = 0; depth < 4 && level.length > 0 && level.length < 50; depth++) {
    const next: JsonRecord[] = []
    for (const owner of level) {
      for (const [name, value] of Object.entries(owner)) {
        if (Array.isArray(value) && isList(value, owner)) found.push({ name, value })
        else if (isRecord(value)) next.push(value)
      }
    }
    level = next
  }
  return found
}

// One record in a list counts where little else stands beside it: settings have lists of one thing too.
function isList(list: Json[], owner: JsonRecord): boolean {
  const table = jsonTable(list)
  if (!table?.rows[0]) return false
  const beside = Object.keys(owner).length - 1
  return list.length >= 3 || (list.length === 2 && beside <= 10) || beside <= 3
}

const settings =
  /^(?:\$schema|scripts|(?:dev|peer|optional)?dependencies|private|compilerOptions|extends|plugins|presets|rules|exports|engines|main|license|openapi|swagger|jsonrpc|include|exclude|env|mcpServers|settings|config|options|type)$/i

/** Whether an object alone is one record of data rather than the settings of a program. */
export function isOneRecord(record: JsonRecord): boolean {
  const entries = Object.entries(record)
  if (entries.length < 3 || entries.some(([key]) => settings.test(key))) return false
  if ('name' in record && 'version' in record) return false
  return entries.every(([, value]) => isScalar(value) || (Array.isArray(value) && value.every(isScalar)))
}
