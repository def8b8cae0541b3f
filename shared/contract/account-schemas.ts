// What goes in and out of the operations of accounts, sessions and API keys.
import * as z from 'zod'
import { scopes } from './scopes.ts'

const Id = z.uuid()
const Time = z.iso.datetime()

const Email = z.email().max(254).meta({ example: 'ada@example.com' })
const Name = z.string().max(200).meta({ example: 'Ada Lovelace' })
const NewPassword = z.string().min(10).max(200).meta({
  description:
    'At least 10 characters and at most 72 bytes of UTF-8. Passwords that many people use, and those made of the e-mail or the name, are refused.',
  example: 'correct horse battery',
})
const Refresh = z.boolean().optional().meta({
  description:
    'False: no refresh token. The session ends with its access token, for clients that can sign in again by themselves.',
})

export const RegisterBody = z.object({ email: Email, password: NewPassword, name: Name.optional(), refresh: Refresh })
export type RegisterBody = z.infer<typeof RegisterBody>

export const LoginBody = z.object({
  email: z.string().max(254).meta({ example: 'ada@example.com' }),
  password: z.string().max(200).meta({ example: 'correct horse battery' }),
  refresh: Refresh,
})
export type LoginBody = z.infer<typeof LoginBody>

const IdToken = z.string().min(1).max(8192).meta({
  description: 'An OpenID Connect identity token that Google made for one of the server’s client ids.',
  example: 'eyJhbGciOiJSUzI1NiIs…',
})

export const GoogleBody = z.object({ id_token: IdToken, refresh: Refresh })
export type GoogleBody = z.infer<typeof GoogleBody>

export const GoogleLinkBody = z.object({ id_token: IdToken })

const OpaqueToken = z.string().min(1).max(200)

export const RefreshBody = z.object({
  refresh_token: OpaqueToken.meta({
    description: 'The newest refresh token of the session.',
    example: 'kT0n5bEw2m…',
  }),
})
export type RefreshBody = z.infer<typeof RefreshBody>

export const User = z
  .object({
    id: Id,
    workspace_id: Id.meta({ description: 'The person’s own workspace: everything they make belongs to it.' }),
    email: z.string().meta({ example: 'ada@example.com' }),
    email_verified: z.boolean().meta({ description: 'Whether the person has shown that the address is theirs.' }),
    pending_email: z
      .string()
      .nullable()
      .meta({ description: 'An address that was asked for and waits for its link to be opened.', example: null }),
    name: z.string().meta({ example: 'Ada Lovelace' }),
    has_password: z.boolean().meta({ description: 'Whether e-mail and password sign in to this account.' }),
    google_email: z
      .string()
      .nullable()
      .meta({ description: 'The Google account that signs in to this account; null for none.', example: null }),
    created_at: Time,
    updated_at: Time,
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

export const Session = z
  .object({
    access_token: z.string().meta({ description: 'A JWT for `Authorization: Bearer`.', example: 'eyJhbGciOiJIUzI1…' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'How many seconds the access token lives.', example: 900 }),
    refresh_token: z.string().optional().meta({
      description: 'Good for one time: the answer to it holds the next. Using one twice ends the whole session.',
      example: 'kT0n5bEw2m…',
    }),
    refresh_expires_in: z
      .int()
      .optional()
      .meta({ description: 'How many seconds the refresh token lives.', example: 2_592_000 }),
    user: User,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const UserBody = z
  .object({
    name: Name,
    email: Email.meta({ description: 'A link goes to this address; the change happens when it is opened.' }),
    password: NewPassword,
    current_password: z.string().max(200).meta({
      description: 'Needed to change e-mail or password. A Google account that has no password needs none to set one.',
      example: 'the password until now',
    }),
  })
  .partial()
  .meta({ example: { name: 'Ada King' } })
export type UserBody = z.infer<typeof UserBody>

export const ForgotBody = z.object({ email: Email })

const LinkToken = OpaqueToken.meta({ description: 'From the link in the mail.', example: 'Jc3v9hQx…' })

export const VerifyBody = z.object({ token: LinkToken })
export const ResetBody = z.object({ token: LinkToken, password: NewPassword })
export type ResetBody = z.infer<typeof ResetBody>

export const KeyParams = z.object({ id: Id })

const KeyName = z.string().trim().min(1).max(100).meta({ description: 'What it is for.', example: 'Nightly import' })
const Scopes = z
  .array(z.enum(scopes))
  .min(1)
  .max(scopes.length)
  .meta({ description: 'What the key may do; nothing else.', example: ['tables:read', 'exports:write'] })

export const KeyBody = z.object({
  name: KeyName,
  scopes: Scopes,
  expires_at: Time.nullable().optional().meta({
    description: 'When it stops working: a year from now if left out, never if null.',
    example: '2027-06-30T00:00:00Z',
  }),
})
export type KeyBody = z.infer<typeof KeyBody>

export const ApiKey = z
  .object({
    id: Id,
    name: z.string().meta({ example: 'Nightly import' }),
    hint: z.string().meta({ description: 'How the key begins, to recognise it by.', example: 'tw_k3Zq' }),
    kind: z.enum(['key', 'client']).meta({
      description:
        '`client`: an AI client that was let in through the consent page. It has tokens of its own, which end with this key.',
      example: 'key',
    }),
    scopes: z.array(z.enum(scopes)).meta({ example: ['tables:read', 'exports:write'] }),
    expires_at: Time.nullable().meta({ description: 'When it stops working; null for never.' }),
    last_used_at: Time.nullable().meta({ description: 'Exact to a minute; null when it was never used.' }),
    created_at: Time,
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

/** The only answer that ever holds the key itself. */
export const NewApiKey = ApiKey.extend({
  key: z.string().meta({ description: 'The key. It is shown this once: keep it.', example: 'tw_k3ZqV8s2…' }),
}).meta({ id: 'NewApiKey' })
export type NewApiKey = z.infer<typeof NewApiKey>

export const RefreshKey = z.object({
  'Idempotency-Key': z.string().optional().meta({
    description:
      'A random text, new for each refresh. Sent again within a minute with the same token and key, because the answer got lost, it gets the same refresh token instead of ending the session.',
  }),
})
