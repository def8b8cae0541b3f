// For tests: the built script in the Apps Script look-alike, called as the sidebar calls it.
import { createRuntime, type RuntimeOptions } from '../../emulator/apps-script/runtime.ts'
import type { RpcInput, RpcName, RpcOutput, RpcProblem, RpcResponse } from '../../shared/contract/rpc.ts'
import { buildCode } from '../build/code.ts'
import { plainBook } from './plain-book.ts'

const root = new URL('../..', import.meta.url).pathname
const built = buildCode({ root, backendUrl: 'https://backend.example', version: '1.2.3' })

/** The code of Code.js and its globals, built once for each test file. */
export const builtCode = () => built

/**
 * A spreadsheet with the script in it; `ask` gives the value of a call, `refuse` the problem it must end in. `prelude`
 * is code that runs before the script, to change the world it meets.
 */
export async function openScript({ prelude = '', ...options }: RuntimeOptions & { prelude?: string } = {}) {
  const text = `${prelude}\n${(await built).text}`
  const page = '<p>page</p><script type="application/json">__BOOT__</script>'
  const runtime = createRuntime({ title: 'Book', ...options, project: { code: text, html: { sidebar: page } } })
  const send = <N extends RpcName>(op: N, input: RpcInput<N>): RpcResponse<N> =>
    JSON.parse(String(runtime.call('rpc', JSON.stringify({ op, input }))))
  return {
    runtime,
    send,
    ask: <N extends RpcName>(op: N, input: RpcInput<N>): RpcOutput<N> => {
      const response = send(op, input)
      if (!response.ok) throw new Error(JSON.stringify(response.problem))
      return response.value
    },
    refuse: <N extends RpcName>(op: N, input: RpcInput<N>): RpcProblem => {
      const response = send(op, input)
      if (response.ok) throw new Error(`${op} was done: ${JSON.stringify(response.value)}`)
      return response.problem
    },
    /** Everything in the workbook, to compare before and after; what only counts or names is left out. */
    snapshot: () => JSON.stringify(plainBook(runtime.workbook), null, 1),
    /** What a function body written for Apps Script answers, run beside the script. */
    run: (body: string): unknown => runtime.evaluate(`(function () { ${body} })()`),
  }
}
