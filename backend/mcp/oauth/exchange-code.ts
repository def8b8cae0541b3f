// Gives an AI client its token for a code: an API key with the scopes that the person agreed to.
import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { createKey } from '../../accounts/keys.ts'
import type { Sql } from '../../platform/database/connect.ts'
import { Problem } from '../../platform/problem.ts'
import { hashOf } from './authorize.ts'
import { OAuthError } from './oauth-error.ts'
import { takeCode } from './store.ts'

/** After that the person agrees anew. */
const keyDays = 90

const Form = z.object({
  grant_type: z.string(),
  code: z.string().max(200).default(''),
  client_id: z.string().max(8000).default(''),
  redirect_uri: z.string().max(300).default(''),
  code_verifier: z.string().max(200).default(''),
})

const refused = () =>
  new OAuthError('invalid_grant', 'The code was used already, has run out, or belongs to another request.')

/**
 * The key stands in the person's list under the client's name, where they can revoke it. Throws OAuthError, which holds
 * nothing of the form.
 */
export async function exchangeCode(sql: Sql, given: unknown, address: string | undefined) {
  const parsed = Form.safeParse(given)
  if (!parsed.success)
    throw new OAuthError('invalid_request', 'Send grant_type, code, client_id, redirect_uri and code_verifier.')
  const { grant_type, code, client_id, redirect_uri, code_verifier } = parsed.data
  if (grant_type !== 'authorization_code')
    throw new OAuthError(
      'unsupported_grant_type',
      'Only authorization_code: when a token has run out, ask the person again.',
    )
  const found = await takeCode(sql, hashOf(code))
  if (!found || !timingSafeEqual(found.client_hash, hashOf(client_id))) throw refused()
  if (found.redirect_uri !== redirect_uri || found.challenge !== hashOf(code_verifier).toString('base64url'))
    throw refused()
  const actor = {
    ...{ workspaceId: found.workspace_id, userId: found.user_id },
    ...(address === undefined ? {} : { address }),
  }
  const expires_at = new Date(Date.now() + keyDays * 86_400_000).toISOString()
  const made = await createKey(sql, actor, { name: found.client_name, scopes: found.scopes, expires_at }).catch(
    (error: unknown) => {
      if (error instanceof Problem) throw new OAuthError('invalid_grant', error.detail)
      throw error
    },
  )
  return {
    access_token: made.key,
    token_type: 'Bearer' as const,
    expires_in: keyDays * 86_400,
    scope: found.scopes.join(' '),
  }
}
