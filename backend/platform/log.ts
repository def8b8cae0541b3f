// Makes the log: JSON lines without contents or secrets.
import pino from 'pino'
import { describeError } from './describe-error.ts'

export type Log = pino.Logger

const secrets = [
  ...['authorization', 'password', 'current_password', 'password_hash', 'id_token', 'access_token', 'refresh_token'],
  ...['apiKey', 'jwtSecret', 'jwtSecrets', 'smtpUrl'],
]

/**
 * `level` is one of pino's, or `silent`; `write` takes the lines elsewhere than to standard output. The hidden paths are
 * a second guard: callers log ids and counts, never contents.
 */
export function createLog(level: string, write?: (line: string) => void): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]), censor: '[secret]' },
  }
  return write ? pino(options, { write }) : pino(options)
}
