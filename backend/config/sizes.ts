// The variables that lower how much is taken at once, and how much each may have.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'

/**
 * Which limit of the contract each one lowers, and the least that it can be set to: below that nobody could sign in or save
 * anything. The most that there is stands in the contract: clients rely on it as an upper bound.
 */
const lowered = {
  BODY_BYTES: ['bodyBytes', 10_000],
  MESSAGE_BODY_BYTES: ['messageBodyBytes', 10_000],
  MESSAGE_BYTES: ['messageBytes', 1],
  FILE_BYTES: ['fileBytes', 1],
  FIELD_CHARACTERS: ['fieldCharacters', 10_000],
  FIELD_ITEMS: ['fieldItems', 100],
  TABLE_ROWS: ['tableRows', 1],
  TABLE_COLUMNS: ['tableColumns', 1],
  TABLE_CELLS: ['tableCells', 1],
  PAGE_ITEMS: ['pageItems', 1],
  PAGE_ROWS: ['pageRows', 1],
  STREAMS_PER_USER: ['streamsPerUser', 1],
  KEYS_PER_USER: ['keysPerUser', 1],
  TEMPLATES_PER_WORKSPACE: ['templatesPerWorkspace', 1],
  WAITING_UPDATES: ['waitingUpdates', 1],
} as const satisfies Record<string, readonly [keyof typeof limits, number]>

type Name = keyof typeof lowered
const names = Object.keys(lowered) as Name[]

/** What this server takes, each at most what the contract says. */
export type Sizes = { [N in Name as (typeof lowered)[N][0]]: number }

const atMost = (name: Name) => {
  const [key, least] = lowered[name]
  return [
    z.coerce.number().int().min(least).max(limits[key]).default(limits[key]),
    `Set a number from ${least} to ${limits[key]}, or leave it out for the most there is.`,
  ] as const
}

export const sizeVariables = Object.fromEntries(names.map((name) => [name, atMost(name)])) as {
  [N in Name]: ReturnType<typeof atMost>
}

export function sizesOf(values: Record<Name, number>): Sizes {
  const sizes = Object.fromEntries(names.map((name) => [lowered[name][0], values[name]])) as Sizes
  // A text that its body has no room for can't come.
  return { ...sizes, messageBytes: Math.min(sizes.messageBytes, sizes.messageBodyBytes) }
}
