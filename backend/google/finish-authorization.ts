// Ends what Google sends the person back with: fetches the tokens, and keeps them sealed with the connection.
import type { CallbackQuery } from '../../shared/contract/google-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { GoogleError } from '../platform/google/google-error.ts'
import { askTokens, type Granted } from '../platform/google/token-endpoint.ts'
import { Problem } from '../platform/problem.ts'
import { SecretError } from '../platform/secrets/secret-box.ts'
import { connectionIdOf } from './connection-id.ts'
import { clientOf, fileScope, type GoogleParts, sealedFor } from './parts.ts'
import { hashOf } from './start-authorization.ts'
import { type Authorization, findBySub, type Owner, takeAuthorization, upsertConnection } from './store.ts'

export type Finished = {
  owner: Owner
  returnTo: string | null
} & ({ connection: { id: string; email: string } } | { problem: Problem })

const again = 'Start again from Tablewright.'

/**
 * Throws `link_invalid` for a state that was not given out, has run out or was used before: there is nobody to say of
 * whom it is. Everything that fails after that is the outcome of an authorization that is known.
 */
export async function finishAuthorization(
  parts: GoogleParts,
  query: CallbackQuery,
  address: string | undefined,
): Promise<Finished> {
  const stateHash = hashOf(query.state ?? '')
  const found = query.state === undefined ? undefined : await takeAuthorization(parts.sql, stateHash)
  if (!found) throw new Problem('link_invalid', `This link was used already, has run out, or was changed. ${again}`)
  const owner = { workspaceId: found.workspace_id, userId: found.user_id }
  try {
    const granted = await fetchTokens(parts, query, found, stateHash)
    const connection = await keep(parts, owner, granted, address)
    return { owner, returnTo: found.return_to, connection }
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return { owner, returnTo: found.return_to, problem }
  }
}

async function fetchTokens(
  parts: GoogleParts,
  { error, code }: CallbackQuery,
  { verifier, redirect_uri }: Authorization,
  stateHash: Buffer,
): Promise<Granted> {
  const client = clientOf(parts)
  if (error === 'access_denied')
    throw new Problem('google_declined', `You declined on Google’s page, so nothing was connected. ${again}`)
  if (error !== undefined || code === undefined)
    throw new Problem('google_declined', `Google did not let you agree, so nothing was connected. ${again}`)
  const code_verifier = await parts.box.open(verifier, stateHash.toString('hex'))
  const granted = await askTokens(parts.addresses.token, client, {
    grant_type: 'authorization_code',
    ...{ code, code_verifier, redirect_uri },
  })
  if (!scopesOf(granted).includes(fileScope))
    throw new Problem(
      'google_declined',
      `The permission for Google Drive files was left out, and without it no spreadsheet can be made. ${again} Tick every box on Google’s page: Tablewright sees only the files it makes.`,
    )
  return granted
}

const scopesOf = ({ scope = '' }: Granted) => scope.split(' ').filter(Boolean)

async function keep(parts: GoogleParts, owner: Owner, granted: Granted, address: string | undefined) {
  const { sub, email } = await parts.verifyIdentity(granted.id_token ?? '')
  const seal = (token: string) => parts.box.seal(token, sealedFor(owner, sub))
  const tokens = {
    refresh_token: granted.refresh_token === undefined ? null : await seal(granted.refresh_token),
    access_token: await seal(granted.access_token),
    expires_in: granted.expires_in,
  }
  return await parts.sql.begin(async (tx) => {
    if (tokens.refresh_token === null && (await findBySub(tx, owner, sub))?.state !== 'connected')
      throw new Problem(
        'google_declined',
        `Google gave no lasting permission, because it remembers an older one. Remove Tablewright at https://myaccount.google.com/connections. ${again}`,
      )
    const made = { ...owner, id: connectionIdOf(owner, sub), sub, email, scopes: scopesOf(granted), tokens }
    const { id, is_new } = await upsertConnection(tx, made)
    const actor = { ...owner, ...(address === undefined ? {} : { address }) }
    await recordAudit(tx, actor, is_new ? 'connection.create' : 'connection.update', { type: 'connection', id })
    return { id, email }
  })
}

/** In the words of who waits before the page; undefined for what is a fault of the server. */
function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof SecretError)
    return new Problem('link_invalid', `The server’s keys were changed in between. ${again}`, { cause: error })
  if (!(error instanceof GoogleError)) return undefined
  const cause = { cause: error }
  if (error.reason === 'invalid_grant')
    return new Problem('link_invalid', `Google does not accept this answer any more. ${again}`, cause)
  if (error.outcome === 'limited')
    return new Problem('google_busy', `Google asks to slow down. Wait a minute. ${again}`, cause)
  if (error.outcome === 'refused')
    return new Problem(
      'google_failed',
      `Google refused this server (${error.reason || error.status}). Whoever runs it has to check GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and the redirect address.`,
      cause,
    )
  return new Problem('google_unreachable', `Google did not answer this server. ${again}`, cause)
}
