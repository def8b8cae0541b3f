// What an API key can be allowed to do.

/** Each names a part of the API; `read` changes nothing. What manages the account itself is in none of them. */
export const scopes = [
  'chat:read',
  'chat:write',
  'tables:read',
  'tables:write',
  'templates:read',
  'templates:write',
  'exports:read',
  'exports:write',
  'extract',
  'usage:read',
] as const

export type Scope = (typeof scopes)[number]
