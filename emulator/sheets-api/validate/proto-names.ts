// Names as the APIs' protocol buffers have them: fields in snake_case, types with their package.
import type { FieldType } from '../discovery/api-table.ts'

const typePrefix = 'type.googleapis.com/google.apps.sheets.v4.'

const snakes = new Map<string, string>()

export function snakeCase(name: string): string {
  let snake = snakes.get(name)
  if (snake === undefined) {
    snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    snakes.set(name, snake)
  }
  return snake
}

export function camelCase(name: string): string {
  return name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** Fields of which a message takes one, by message: the group's name and its members (all fields when empty). */
export const oneofs: Record<string, { name: string; members: string[] }> = {
  Request: { name: 'kind', members: [] },
  ExtendedValue: { name: 'value', members: [] },
  DataFilter: { name: 'filter', members: [] },
  ColorStyle: { name: 'kind', members: [] },
  BigQueryDataSourceSpec: { name: 'spec', members: ['querySpec', 'tableSpec'] },
  ConditionalFormatRule: { name: 'rule', members: ['booleanRule', 'gradientRule'] },
  ConditionValue: { name: 'value', members: [] },
  EmbeddedObjectPosition: { name: 'location', members: [] },
  ChartSpec: {
    name: 'chart',
    members: [
      'basicChart',
      'pieChart',
      'bubbleChart',
      'candlestickChart',
      'orgChart',
      'histogramChart',
      'waterfallChart',
      'treemapChart',
      'scorecardChart',
    ],
  },
}
/** Enumerations whose protocol name is not their first value's. */
const enumNames: Record<string, string> = {
  INPUT_VALUE_OPTION_UNSPECIFIED: 'ValueInputOption',
  FORMATTED_VALUE: 'ValueRenderOption',
  SERIAL_NUMBER: 'DateTimeRenderOption',
  OVERWRITE: 'AppendValuesRequest.InsertDataOption',
  MERGE_ALL: 'MergeCellsRequest.MergeType',
  PASTE_NORMAL: 'PasteType',
  NORMAL: 'PasteOrientation',
  STYLE_UNSPECIFIED: 'Style',
  CONDITION_TYPE_UNSPECIFIED: 'ConditionType',
  NUMBER_FORMAT_TYPE_UNSPECIFIED: 'NumberFormat.NumberFormatType',
  HORIZONTAL_ALIGN_UNSPECIFIED: 'HorizontalAlign',
  VERTICAL_ALIGN_UNSPECIFIED: 'VerticalAlign',
  WRAP_STRATEGY_UNSPECIFIED: 'WrapStrategy',
  HORIZONTAL: 'PivotValueLayout',
  DEFAULT_VIEW_WINDOW_MODE: 'ViewWindowMode',
}

/** What an error calls a field's type. `values` are those of its enumeration. */
export function typeName({ kind, name, listed }: FieldType, values: string[] = []): string {
  if (listed) return 'type.googleapis.com/google.protobuf.ListValue'
  if (kind === 'message') return `${typePrefix}${name === 'Request' ? 'BatchUpdateSpreadsheetRequest.Request' : name}`
  if (kind === 'enum') return `${typePrefix}${enumNames[values[0] ?? ''] ?? fromFirst(values[0] ?? '')}`
  if (kind === 'mask') return 'type.googleapis.com/google.protobuf.FieldMask'
  if (kind === 'datetime') return 'type.googleapis.com/google.protobuf.Timestamp'
  return `TYPE_${kind.toUpperCase()}`
}

/** `SHEET_TYPE_UNSPECIFIED` belongs to `SheetType`. */
function fromFirst(value: string): string {
  const words = value.replace(/_(UNSPECIFIED|UNDEFINED)$/, '').toLowerCase()
  return camelCase(`_${words}`)
}
