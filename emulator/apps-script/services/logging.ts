// Logger and console: lines a script writes for its developer.
import { format } from 'node:util'
import type { Execution } from '../execution.ts'
import { type Args, defineKind, type Methods, make, SELF } from '../service.ts'
import { formatDate } from './format-date.ts'
import { javaText, sprintf } from './java-text.ts'

const LoggerKind = defineKind<null>('Logger')
const ConsoleKind = defineKind<{ times: Map<string, number>; counts: Map<string, number> }>('console')

/** What Logger.log makes of its arguments: a text with its places filled in, or any one value. */
function logText([first, ...values]: Args, zone: string): string {
  if (typeof first !== 'string') return javaText(first, zone)
  return values.length > 0 ? sprintf(first, values) : first
}

const print = (run: Execution, level: string, args: Args) => run.shared.onLog(`${level}: ${format(...args)}`)

Object.assign(LoggerKind.methods, {
  log: (_self, args, run) => {
    const text = logText(args, run.shared.scriptTimeZone)
    const time = formatDate(Date.now(), run.shared.scriptTimeZone, 'EEE MMM dd HH:mm:ss z yyyy')
    run.log.push(`${time} INFO: ${text}\n`)
    run.shared.onLog(`INFO: ${text}`)
    return SELF
  },
  getLog: (_self, _args, run) => run.log.join(''),
  clear: (_self, _args, run) => {
    run.log = []
  },
} satisfies Methods<null>)

const label = (args: Args) => (args.length > 0 ? String(args[0]) : 'default')

Object.assign(ConsoleKind.methods, {
  log: (_self, args, run) => print(run, 'DEBUG', args),
  debug: (_self, args, run) => print(run, 'DEBUG', args),
  info: (_self, args, run) => print(run, 'INFO', args),
  warn: (_self, args, run) => print(run, 'WARNING', args),
  error: (_self, args, run) => print(run, 'ERROR', args),
  assert: (_self, args, run) => {
    if (!args[0]) print(run, 'ERROR', ['Assertion failed:', ...args.slice(1)])
  },
  count: ({ counts }, args, run) => {
    const next = (counts.get(label(args)) ?? 0) + 1
    counts.set(label(args), next)
    print(run, 'DEBUG', [`${label(args)}: ${next}`])
  },
  time: ({ times }, args) => void times.set(label(args), Date.now()),
  timeEnd: ({ times }, args, run) =>
    print(run, 'DEBUG', [`${label(args)}: ${Date.now() - (times.get(label(args)) ?? Date.now())}ms`]),
} satisfies Methods<{ times: Map<string, number>; counts: Map<string, number> }>)

export const logger = make(LoggerKind, null)
export const consoleHandle = make(ConsoleKind, { times: new Map(), counts: new Map() })
