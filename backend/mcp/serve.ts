// Answers one MCP request: a server and a transport of its own, so that any replica answers and nothing is shared.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '../platform/http/actor.ts'
import type { Log } from '../platform/log.ts'
import type { ToolParts } from './tool.ts'
import { tools } from './tools.ts'

export type McpParts = ToolParts & { log: Log; version: string }

const instructions =
  'Tablewright turns text into typed tables and writes them into Google Sheets. Send whole texts: never retype or shorten data yourself. ' +
  'extract only reads; send_message keeps tables; export_table writes one into a new spreadsheet.'

/** A client asks for little at once. */
const mostInputElements = 10_000

/** `body` is the parsed JSON-RPC message. Resolves when the answer is on its way; ends with it. */
export async function serveMcp(
  parts: McpParts,
  actor: Actor,
  { req, res, body }: { req: IncomingMessage; res: ServerResponse; body: unknown },
): Promise<void> {
  // Loaded by the first client: the start does not wait for it.
  const [{ McpServer }, { StreamableHTTPServerTransport }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/mcp.js'),
    import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
  ])
  const server = new McpServer(
    { name: 'tablewright', title: 'Tablewright', version: parts.version },
    { instructions, maxToolInputElements: mostInputElements },
  )
  const left = new AbortController()
  const fault = (error: unknown) => parts.log.error({ err: error }, 'a tool failed')
  for (const { name, title, description, input, output, annotations, call } of tools)
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: output, annotations },
      async (given, { signal }) => call(parts, { actor, signal: AbortSignal.any([signal, left.signal]) }, given, fault),
    )
  const transport = new StreamableHTTPServerTransport({})
  res.on('close', () => {
    left.abort()
    void server.close()
  })
  await server.connect(transport as Parameters<typeof server.connect>[0])
  await transport.handleRequest(req, res, body)
}
