// Logger and console: lines a script writes for its developer.
import { format } from 'node:util'
import type { Execution } from '../execution.ts'
import { type Args, defineKind, type Methods, make, SELF } from '../service.ts'

const LoggerKind = defineKind<null>('Logger')
const ConsoleKind = defineKind<Map<string, number>>('console')

function write(run: Execution, level: string, args: Args): void {
  const line = format(...args)
  run.log.push(line)
  run.shared.onLog(`${level}: ${line}`)
}

Object.assign(LoggerKind.methods, {
  log: (_self, args, run) => {
    write(run, 'INFO', args)
    return SELF
  },
  getLog: (_self, _args, run) => run.log.join('\n'),
  clear: (_self, _args, run) => {
    run.log = []
  },
} satisfies Methods<null>)

Object.assign(ConsoleKind.methods, {
  log: (_self, args, run) => write(run, 'DEBUG', args),
  info: (_self, args, run) => write(run, 'INFO', args),
  warn: (_self, args, run) => write(run, 'WARNING', args),
  error: (_self, args, run) => write(run, 'ERROR', args),
  time: (self, args) => void self.set(String(args[0]), Date.now()),
  timeEnd: (self, args, run) =>
    write(run, 'DEBUG', [`${String(args[0])}: ${Date.now() - (self.get(String(args[0])) ?? Date.now())}ms`]),
} satisfies Methods<Map<string, number>>)

export const logger = make(LoggerKind, null)
export const consoleHandle = make(ConsoleKind, new Map())
