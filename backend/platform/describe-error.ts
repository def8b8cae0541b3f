// Describes an error for the log without what people wrote.
import postgres from 'postgres'

type Described = { type: string; message: string; code?: string; stack?: string; cause?: Described }

/**
 * Type, message, code, stack and causes; no other fields. PostgreSQL puts values into its messages and details
 * (`invalid input syntax …: "…"`, `Key (email)=(…) already exists`): of its errors only the code and the names of
 * the schema's own parts are kept.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' }
  const { code } = error as { code?: unknown }
  const message = error instanceof postgres.PostgresError ? schemaParts(error) : plainMessage(error)
  // The stack starts with the message.
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}

/** JSON.parse repeats what it could not read. */
const plainMessage = (error: Error) => (error instanceof SyntaxError ? 'could not be parsed' : error.message)

function schemaParts({ table_name, column_name, constraint_name, routine }: postgres.PostgresError): string {
  const parts = Object.entries({ table_name, column_name, constraint_name, routine }).filter(([, name]) => name)
  return ['PostgreSQL error', ...parts.map(([part, name]) => `${part} ${name}`)].join(', ')
}
