// Tells a database that cannot be reached from one that refuses.

/** PostgreSQL's classes for a broken connection and a server that stops, and what the client and the system call it. */
const away = /^(08|57P0|CONNECT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/

/** Whether the same may work in a moment. Whether it was done is not known then. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && away.test(error.code)
