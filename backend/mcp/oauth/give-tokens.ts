// Gives an AI client its tokens: for a code that a person agreed to, or for a refresh token; and takes them back.
import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { type Scope, scopes } from '../../../shared/contract/scopes.ts'
import type { Accounts } from '../../accounts/accounts.ts'
import { grantClient, refreshGrant, revokeGrant, type Tokens } from '../../accounts/grants.ts'
import { Problem } from '../../platform/problem.ts'
import { hashOf } from './authorize.ts'
import { OAuthError } from './oauth-error.ts'
import { takeCode } from './store.ts'

const text = (most: number) => z.string().max(most).default('')
const Form = z.object({
  ...{ grant_type: text(100), client_id: text(8000), resource: text(500) },
  ...{ code: text(200), redirect_uri: text(300), code_verifier: text(200) },
  ...{ refresh_token: text(200), scope: text(1000) },
})
type Form = z.infer<typeof Form>

/** `resource` is the address of the MCP server, which the tokens are for. */
type Asked = { address: string | undefined; resource: string }

const answerOf = ({ access_token, expires_in, refresh_token, scopes: granted }: Tokens) => ({
  ...{ access_token, token_type: 'Bearer' as const, expires_in, refresh_token },
  scope: granted.join(' '),
})

const badCode = () =>
  new OAuthError('invalid_grant', 'The code was used already, has run out, or belongs to another request.')

async function forCode(accounts: Accounts, form: Form, { address, resource }: Asked): Promise<Tokens> {
  const clientHash = hashOf(form.client_id)
  const found = await takeCode(accounts.sql, hashOf(form.code))
  // Two hold it, and one of them may be a thief (RFC 6749, 4.1.2).
  if (!found) await revokeGrant(accounts.sql, { token: form.code, clientHash, address })
  if (!found || !timingSafeEqual(found.client_hash, clientHash)) throw badCode()
  if (found.redirect_uri !== form.redirect_uri) throw badCode()
  if (found.challenge !== hashOf(form.code_verifier).toString('base64url')) throw badCode()
  const { workspace_id: workspaceId, user_id: userId, client_name: name } = found
  const actor = { workspaceId, userId, ...(address === undefined ? {} : { address }) }
  try {
    return await grantClient(accounts, actor, { name, clientHash, resource, scopes: found.scopes, code: form.code })
  } catch (error) {
    if (error instanceof Problem) throw new OAuthError('invalid_grant', error.detail)
    throw error
  }
}

/** Undefined: all that was agreed to. Words that are no scope of ours ask for nothing. */
function wantedOf({ scope }: Form): Scope[] | undefined {
  const wanted = scope.split(' ')
  const known = scopes.filter((each) => wanted.includes(each))
  return known.length === 0 ? undefined : known
}

async function forRefresh(accounts: Accounts, form: Form, { address, resource }: Asked): Promise<Tokens> {
  const shown = { token: form.refresh_token, clientHash: hashOf(form.client_id), resource, address }
  const tokens = await refreshGrant(accounts, shown, wantedOf(form))
  if (tokens === 'beyond')
    throw new OAuthError('invalid_scope', 'The person agreed to less. Ask for no more, or ask the person again.')
  if (tokens === null)
    throw new OAuthError(
      'invalid_grant',
      'The refresh token was used already, has run out or was revoked, or belongs to another client. Ask the person again.',
    )
  return tokens
}

/** Throws OAuthError, which holds nothing of the form. */
export async function giveTokens(accounts: Accounts, given: unknown, asked: Asked) {
  const parsed = Form.safeParse(given)
  if (!parsed.success || parsed.data.grant_type === '')
    throw new OAuthError('invalid_request', 'Send grant_type, client_id, and the code or the refresh_token.')
  const form = parsed.data
  if (form.resource !== '' && form.resource.replace(/\/$/, '') !== asked.resource)
    throw new OAuthError('invalid_target', `The resource here is ${asked.resource}.`)
  if (form.grant_type === 'authorization_code') return answerOf(await forCode(accounts, form, asked))
  if (form.grant_type === 'refresh_token') return answerOf(await forRefresh(accounts, form, asked))
  throw new OAuthError('unsupported_grant_type', 'grant_type has to be authorization_code or refresh_token.')
}

const Revocation = z.object({ token: z.string().min(1).max(200), client_id: z.string().min(1).max(8000) })

/** Whatever the token was, it is good for nothing afterwards: who asks learns no more (RFC 7009). */
export async function takeBack(accounts: Accounts, given: unknown, address: string | undefined): Promise<object> {
  const parsed = Revocation.safeParse(given)
  if (!parsed.success) throw new OAuthError('invalid_request', 'Send token and client_id.')
  const { token, client_id } = parsed.data
  await revokeGrant(accounts.sql, { token, clientHash: hashOf(client_id), address })
  return {}
}
