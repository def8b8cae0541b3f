// What the model is sent: fixed instructions and tools first (they can be cached), then the conversation, data last and marked as data.
import { randomInt } from 'node:crypto'
import type { ModelRequest, ModelTool } from '../platform/model/model.ts'
import { Problem } from '../platform/problem.ts'
import { chooseTemplate } from './choose-template.ts'
import { loadTokenCounter, mostTokens } from './count-tokens.ts'
import type { EngineInput } from './engine.ts'
import { visible } from './hidden-characters.ts'
import { describeContinuing } from './prompt-continue.ts'
import { recall } from './prompt-history.ts'
import { instructions } from './prompt-instructions.ts'
import { describeTable, withoutTables } from './prompt-tables.ts'
import { fitsSchema } from './strict-schema.ts'
import { toolsFor } from './tools.ts'

/** All that one request holds, in tokens; what the message and the tables leave of it is for the conversation before. */
const contextTokens = 48_000
/** More of the conversation than this, in tokens, has never helped to make a table. */
const historyTokens = 12_000

const describeTemplate = ({ template }: EngineInput): string => {
  if (!template || template.layout.columns.length === 0) return ''
  const name = JSON.stringify(template.name)
  const isForm: boolean = fitsSchema(template)
  if (isForm)
    return `The table goes into the template ${name}: fill its columns, and put other columns that the person will want into more_columns.\n`
  const columns = template.layout.columns.map(({ header, type }) => ({ header, type }))
  return `The table goes into the template ${name}; name columns by its headers where the meaning is the same, and keep other columns that the person will want: ${JSON.stringify(columns)}\n`
}

/** More than any model reads at once; what is longer would only cost time and be refused. */
const proseCharacters = 1_500_000
const knownTables = 5

const describeMessage = (input: EngineInput): string => {
  // The marker is new in every request, so that pasted text cannot close it; digits take the same tokens every time.
  const mark = `data-${randomInt(1e11, 3e11)}`
  const block = (label: string, text: string) => `<${mark} what=${JSON.stringify(visible(label))}>\n${text}\n</${mark}>`
  const message = block('the newest message', withoutTables(input.message))
  const files = input.files.map((file) => block(`the file ${file.label}`, withoutTables(file)))
  if ([message, ...files].reduce((sum, part) => sum + part.length, 0) > proseCharacters)
    throw new Problem(
      'message_too_long',
      'Beside its tables it has more text than a model can read at once. Send the text in parts; tables may be as long as they are.',
    )
  const known = input.known
    .slice(0, knownTables)
    .map((table) => block(`table ${table.id}, made earlier in this conversation`, describeTable(table)))
  const found = input.found.map((table) => block(`table ${table.id}`, describeTable(table)))
  const locale = input.locale ? `The spreadsheet's locale is ${input.locale}.\n` : ''
  const rest = input.continuing ? describeContinuing(input.continuing, block) : ''
  return `${describeTemplate(input)}${locale}${[...known, ...found, ...files, message].join('\n')}${rest}`
}

/** What history may take: the bytes of the rest bound its tokens, and are counted only when they would matter. */
const historyBudget = async (tools: ModelTool[], newest: string, input: EngineInput): Promise<number> => {
  if (input.history.length === 0) return historyTokens
  const rest = instructions + JSON.stringify(tools) + newest
  const room = contextTokens - historyTokens
  if (mostTokens(rest) <= room) return historyTokens
  const count = await loadTokenCounter()
  return Math.max(0, Math.min(historyTokens, contextTokens - count(rest)))
}

/** The request for the newest message of `input`. Throws `Problem('message_too_long')` for more prose than can be read. */
export async function toRequest(
  given: EngineInput,
  signal: AbortSignal = new AbortController().signal,
): Promise<ModelRequest> {
  const input = { ...given, template: chooseTemplate(given) }
  const newest = describeMessage(input)
  const tools = toolsFor(input.template)
  const { template } = input
  const history = await recall(input, await historyBudget(tools, newest, input), signal)
  return {
    instructions,
    messages: [...history, { role: 'user', text: newest }],
    tools,
    cache_key: template ? `tablewright-${template.id}-${template.version}`.slice(0, 64) : 'tablewright-chat-2',
    ...(given.pseudonym ? { user: given.pseudonym } : {}),
  }
}
