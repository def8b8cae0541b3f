// The tools of the MCP server, in the order they are told.
import type * as z from 'zod'
import { operations } from '../../shared/contract/operations.ts'
import { problems } from '../../shared/contract/problems.ts'
import { demandScope } from '../platform/http/admit.ts'
import { Problem } from '../platform/problem.ts'
import type { Asked, Tool, ToolParts } from './tool.ts'
import { exportStatusTool } from './tools/export-status.ts'
import { exportTableTool } from './tools/export-table.ts'
import { extractTool } from './tools/extract.ts'
import { getTableTool } from './tools/get-table.ts'
import { listTablesTool } from './tools/list-tables.ts'
import { listTemplatesTool } from './tools/list-templates.ts'
import { sendMessageTool } from './tools/send-message.ts'

/** What a call ends in, as the protocol has it. `fault` is for the log: a failure of the server. */
export type Called = {
  content: { type: 'text'; text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: true
}

/** A tool as it is registered: its types are checked where it is defined. */
export type ReadyTool = {
  name: string
  title: string
  description: string
  input: z.ZodObject
  output: z.ZodObject
  annotations: { title: string; readOnlyHint: boolean; openWorldHint: boolean; destructiveHint: false }
  call(parts: ToolParts, asked: Asked, input: unknown, fault: (error: unknown) => void): Promise<Called>
}

const said = (text: string) => [{ type: 'text' as const, text }]

/** A problem in its own words: what happened, why, what to do, and its code for programs. */
function refusal(error: unknown, fault: (error: unknown) => void): Called {
  if (!(error instanceof Problem)) fault(error)
  const { code, detail } =
    error instanceof Problem
      ? error
      : { code: 'internal' as const, detail: 'This is a fault of the server. Try again; if it stays, report it.' }
  return { content: said(`${problems[code].title}. ${detail} (${code})`), isError: true }
}

function ready<Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>): ReadyTool {
  const { name, title, description, input, output, hints } = tool
  return {
    ...{ name, title, description, input, output },
    annotations: { title, ...hints, destructiveHint: false },
    async call(parts, asked, given, fault) {
      try {
        for (const operation of tool.operations) demandScope(asked.actor, operations[operation])
        const { data, text } = await tool.run(parts, asked, input.parse(given))
        return { content: said(text), structuredContent: data }
      } catch (error) {
        return refusal(error, fault)
      }
    },
  }
}

export const tools: ReadyTool[] = [
  ready(extractTool),
  ready(sendMessageTool),
  ready(listTablesTool),
  ready(getTableTool),
  ready(listTemplatesTool),
  ready(exportTableTool),
  ready(exportStatusTool),
]
