// A draft of a template, learned from the selected cells or from a table that was written before.
import type { RpcInput, RpcOutput } from '../../shared/contract/rpc.ts'
import { Failure } from './failure.ts'

export function learnFromSheet({ name }: RpcInput<'learn'>): RpcOutput<'learn'> {
  throw new Failure('invalid', `“${name ?? 'This'}” can’t be learned yet.`, 'Create the template by hand.')
}
