// Checks the identity token that comes with the tokens of a Google account.
import type { JWTVerifyGetKey } from 'jose'
import * as z from 'zod'
import { GoogleError } from './google-error.ts'

/** `sub` is the account; the address may change, and is for people. */
const Identity = z.object({ sub: z.string().min(1), email: z.string().default('') })
export type Identity = z.infer<typeof Identity>

/** The token itself is wrong; otherwise Google's keys could not be had. */
function isRefused(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return error instanceof z.ZodError || (typeof code === 'string' && /^ERR_(?:JW[ST]_|JOSE_ALG|JWKS_NO)/.test(code))
}

const issuers = ['https://accounts.google.com', 'accounts.google.com']

/** Rejects with a GoogleError that holds nothing of the token. */
export function createVerifyIdentity(options: {
  keysUrl: string
  clientId: string
}): (idToken: string) => Promise<Identity> {
  let keys: JWTVerifyGetKey | undefined
  return async (idToken) => {
    // Loaded when somebody connects an account: the start does not wait for it.
    const { createRemoteJWKSet, jwtVerify } = await import('jose')
    keys ??= createRemoteJWKSet(new URL(options.keysUrl))
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        ...{ issuer: issuers, audience: options.clientId, algorithms: ['RS256'] },
        // Clocks differ by seconds.
        clockTolerance: 30,
      })
      return Identity.parse(payload)
    } catch (error) {
      throw new GoogleError(isRefused(error) ? 'refused' : 'not_done', null, { reason: 'identity token' })
    }
  }
}
