// For tests: the built script loaded once for many spreadsheets, which is much faster than opening each anew.
import { createRuntime } from '../../emulator/apps-script/runtime.ts'
import type { Workbook } from '../../emulator/workbook/workbook.ts'
import type { RpcInput, RpcName, RpcResponse } from '../../shared/contract/rpc.ts'
import { builtCode } from './open-script.ts'

/** `become` puts another workbook in place of the present one; `answer` is what a call answers. */
export async function openDoor() {
  const runtime = createRuntime()
  const { workbook } = runtime
  runtime.evaluate((await builtCode()).text)
  return {
    become(other: Workbook): Workbook {
      Object.assign(workbook, other, { id: workbook.id, version: workbook.version + 1 })
      runtime.stores.properties.document.clear()
      runtime.stores.properties.user.clear()
      return workbook
    },
    answer: <N extends RpcName>(op: N, input: RpcInput<N>): RpcResponse<N> =>
      JSON.parse(String(runtime.call('rpc', JSON.stringify({ op, input })))),
  }
}
