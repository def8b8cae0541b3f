// The shapes of log lines: web servers, system logs, application logs, name=value lines, commit lists.
import { readTimed } from './read-log-timed.ts'

/** `kind` tells lines apart that one shape reads but that do not belong together; `sure` entries need no third. */
export type LogEntry = { cells: Map<string, string>; kind?: string; sure?: boolean }
export type LogShape = {
  read: (line: string) => LogEntry | null
  /** The columns in their order; others follow. */
  order: string[]
  /** Whether lines that are no entries may belong to the message above. */
  message: boolean
  sure: boolean
  /** Whether the entries together are a log. */
  holds: (entries: LogEntry[]) => boolean
}

const access =
  /^(\S+) (\S+) (\S+) \[([^\]]{10,40})\] "((?:[^"\\]|\\.)*)" (\d{3}|-) (\d+|-)(?: "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)")?(?: (\S.*))?$/
const accessNames = ['ip', 'identity', 'user', 'time', 'request', 'status', 'size', 'referrer', 'user agent', 'more']
const modernSystem = /^<(\d{1,3})>(\d) (\S+) (\S+) (\S+) (\S+) (\S+) (-|\[.*?\](?= |$)) ?(.*)$/
const modernNames = ['priority', 'version', 'time', 'host', 'source', 'pid', 'id', 'data', 'message']
const system =
  /^(?:<(\d{1,3})>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) ([\w.-]+) ([\w./@-]+(?: \([\w -]+\))?)(?:\[(\d+)\])?: (.*)$/
const systemNames = ['priority', 'time', 'host', 'source', 'pid', 'message']
const levels = 'TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE'
const plain = new RegExp(`^(${levels}):([\\w.$/-]+):(.*)$`)
const bracketed = new RegExp(`^\\[(${levels})\\s?\\]:? (.*)$`)
const commit = /^([\da-f]{7,12}) (\S.*)$/

function byPattern(pattern: RegExp, names: string[], sure: boolean): LogShape {
  const read = (line: string): LogEntry | null => {
    const match = pattern.exec(line)
    if (!match) return null
    const cells = new Map<string, string>()
    for (const [index, name] of names.entries()) {
      const text = match[index + 1]
      if (text !== undefined) cells.set(name, text)
    }
    return { cells }
  }
  return { read, order: names, message: names.includes('message') && names.length > 2, sure, holds: () => true }
}

const commits: LogShape = {
  ...byPattern(commit, ['commit', 'message'], false),
  message: false,
  // Words such as "defaced" and numbers are no hashes.
  holds: (entries) => {
    const hashes = entries.map((entry) => entry.cells.get('commit') ?? '')
    const mixed = hashes.filter((hash) => /\d/.test(hash) && /[a-f]/.test(hash)).length
    return mixed >= hashes.length * 0.8 && hashes.every((hash) => hash.length === hashes[0]!.length)
  },
}

const fields: LogShape = {
  read: readFields,
  order: [],
  message: false,
  sure: false,
  holds: (entries) => {
    const names = entries.map((entry) => entry.cells)
    const shared = [...names[0]!.keys()].filter((name) => names.every((cells) => cells.has(name))).length
    return shared >= 2 && shared >= names[0]!.size * 0.5
  },
}

const member = /([A-Za-z_][\w.@/-]*)=("(?:[^"\\]|\\.)*"|[^\s"=]*(?:=[^\s"]*)?)(?:\s+|$)/y

// level=info msg="x y" dur=3ms: every word of the line is a name with its value.
function readFields(line: string): LogEntry | null {
  const source = line.trim()
  if (!/^[A-Za-z_][\w.@/-]*=/.test(source)) return null
  const cells = new Map<string, string>()
  member.lastIndex = 0
  while (member.lastIndex < source.length) {
    const match = member.exec(source)
    if (!match || cells.has(match[1]!)) return null
    const value = match[2]!
    cells.set(match[1]!, value.startsWith('"') ? value.slice(1, -1).replaceAll('\\"', '"') : value)
  }
  return cells.size >= 3 ? { cells, sure: cells.has('level') || cells.has('msg') || cells.has('ts') } : null
}

const timed: LogShape = {
  read: readTimed,
  order: ['time', 'level', 'pid', 'thread', 'context', 'source', 'message'],
  message: true,
  sure: false,
  holds: (entries) => {
    // A time and a text: without a level such lines may be a chat.
    const levelled = entries.filter((entry) => entry.cells.has('level') || entry.cells.has('pid')).length
    return (
      levelled >= entries.length * 0.7 || entries.every((entry) => entry.kind === 'full' && !entry.cells.has('source'))
    )
  },
}

export const logShapes: LogShape[] = [
  byPattern(access, accessNames, true),
  byPattern(modernSystem, modernNames, true),
  byPattern(system, systemNames, true),
  timed,
  fields,
  byPattern(plain, ['level', 'source', 'message'], false),
  byPattern(bracketed, ['level', 'message'], false),
  commits,
]
