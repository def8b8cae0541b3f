// Turns a clash of two accounts over one e-mail or one Google account into the problem that says so.
import postgres from 'postgres'
import { Problem } from '../platform/problem.ts'

const details = {
  email_taken: 'Another account signs in with this e-mail address and a password. Sign in to that one, or use another.',
  google_taken:
    'It signs in to an account of its own. Sign in with Google to go on there, or delete that account first.',
} as const

/** Runs `work`. The database knows best: it has seen what others did at the same moment. */
export async function orTaken(code: keyof typeof details, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '23505') throw new Problem(code, details[code])
    throw error
  }
}
