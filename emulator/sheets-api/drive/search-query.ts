// The `q` of `files.list`: Drive's search language, read into a test for files.
import { type DriveFile, nameOf, realId } from '../files.ts'
import type { Caller } from '../http/call.ts'
import { DriveError } from './drive-error.ts'

type Test = (file: DriveFile) => boolean

/** A test for files; Drive's `Invalid Value` when the query cannot be read. */
export function readQuery(text: string, caller: Caller): Test {
  const tokens = text.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|<=|>=|!=|[=<>(){},]|[^\s=<>!(){},'"]+/g) ?? []
  let at = 0
  const refuse = () => new DriveError(400, 'invalid', 'Invalid Value', 'q')
  const take = (wanted?: string): string => {
    const token = tokens[at++]
    if (token === undefined || (wanted !== undefined && token.toLowerCase() !== wanted)) throw refuse()
    return token
  }
  const next = (word: string) => tokens[at]?.toLowerCase() === word
  const either = (): Test => {
    let test = both()
    while (next('or')) {
      at += 1
      const [first, second] = [test, both()]
      test = (file) => first(file) || second(file)
    }
    return test
  }
  const both = (): Test => {
    let test = one()
    while (next('and')) {
      at += 1
      const [first, second] = [test, one()]
      test = (file) => first(file) && second(file)
    }
    return test
  }
  const one = (): Test => {
    if (next('not')) {
      at += 1
      const test = one()
      return (file) => !test(file)
    }
    if (next('(')) {
      at += 1
      const test = either()
      take(')')
      return test
    }
    const first = take()
    if (isQuoted(first)) {
      take('in')
      return membership(unquote(first), take(), caller, refuse)
    }
    const operator = take().toLowerCase()
    if (operator === 'has') return property(first, pair(), caller)
    return comparison(first, operator, take(), caller, refuse)
  }
  const pair = (): [string, string] => {
    take('{')
    take('key')
    take('=')
    const key = unquote(take())
    take('and')
    take('value')
    take('=')
    const value = unquote(take())
    take('}')
    return [key, value]
  }
  const test = either()
  if (at < tokens.length) throw refuse()
  return test
}

const isQuoted = (token: string) => /^['"]/.test(token)
const unquote = (token: string) => (isQuoted(token) ? token.slice(1, -1).replaceAll(/\\(.)/g, '$1') : token)

function membership(value: string, field: string, caller: Caller, refuse: () => Error): Test {
  const user = value === 'me' ? caller.user : value
  const holds = (file: DriveFile, roles: string[]) =>
    file.permissions.some(({ emailAddress, role }) => emailAddress === user && roles.includes(role))
  if (field === 'parents') return (file) => file.parents.includes(realId(value))
  if (field === 'owners') return (file) => file.owner === user
  if (field === 'writers') return (file) => holds(file, ['owner', 'writer'])
  if (field === 'readers') return (file) => holds(file, ['owner', 'writer', 'commenter', 'reader'])
  throw refuse()
}

function property(field: string, [key, value]: [string, string], { client }: Caller): Test {
  return (file) => (field === 'appProperties' ? file.appProperties[client] : file.properties)?.[key] === value
}

function comparison(field: string, operator: string, token: string, caller: Caller, refuse: () => Error): Test {
  const value = unquote(token)
  const compare = (own: string | number | boolean, asked: string | number | boolean): boolean => {
    if (operator === '=') return own === asked
    if (operator === '!=') return own !== asked
    if (operator === '<') return own < asked
    if (operator === '<=') return own <= asked
    if (operator === '>') return own > asked
    if (operator === '>=') return own >= asked
    throw refuse()
  }
  switch (field) {
    case 'name':
    case 'title':
      if (operator === 'contains') return (file) => hasWordStarting(nameOf(file), value)
      return (file) => compare(nameOf(file).toLowerCase(), value.toLowerCase())
    case 'fullText':
      return (file) => hasWordStarting(`${nameOf(file)} ${file.description ?? ''}`, value)
    case 'mimeType':
      if (operator === 'contains') return (file) => file.mimeType.startsWith(value)
      return (file) => compare(file.mimeType, value)
    case 'trashed':
      return (file) => compare(file.trashed, value === 'true')
    case 'starred':
      return (file) => compare(file.starred, value === 'true')
    case 'sharedWithMe':
      return (file) => compare(file.owner !== caller.user, value === 'true')
    case 'visibility':
      return (file) => compare(file.permissions.length > 1 ? 'anyoneWithLink' : 'limited', value)
    case 'createdTime':
      return (file) => compare(file.createdTime, Date.parse(value))
    case 'modifiedTime':
    case 'viewedByMeTime':
      return (file) => compare(file.modifiedTime, Date.parse(value))
    default:
      throw refuse()
  }
}

/** `contains` matches the beginnings of words, whatever their case. */
function hasWordStarting(text: string, value: string): boolean {
  const wanted = value.toLowerCase()
  const lower = text.toLowerCase()
  return (
    lower.startsWith(wanted) ||
    new RegExp(`[^\\p{L}\\p{N}]${wanted.replaceAll(/[.*+?^$()|[\]{}\\]/g, '\\$&')}`, 'u').test(lower)
  )
}
