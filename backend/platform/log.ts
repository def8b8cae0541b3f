// Makes the log: JSON lines without contents or secrets.
import pino from 'pino'

export type Log = pino.Logger

const secrets = ['authorization', 'password', 'password_hash', 'id_token', 'access_token', 'apiKey', 'jwtSecret']

/** `level` is one of pino's, or `silent`. The paths are a second guard: callers log ids and counts, never contents. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]), censor: '[secret]' },
  })
}
