// Scores the replies of a conversation: expected tables are paired with those made, and everything is added up.
import type { Usage } from '../shared/contract/stream-events.ts'
import type { Conversation, ExpectedTable } from './conversation.ts'
import type { MadeTable, Reply } from './run-conversation.ts'
import { emptyScore, pairRows, type Score, type Share, scoreAlone, scoreTable } from './score-table.ts'

export type ConversationScore = {
  name: string
  genre: string
  language: string
  mistakes: string | null
  score: Score
  tokens: { input: number; cached: number; output: number }
  cost: { amount: number; currency: string } | null
  seconds: number
  /** How its turns ended, other than whole. */
  ends: string[]
}

function scoreTurn(expected: ExpectedTable[], made: MadeTable[], score: Score) {
  const left = new Set(made)
  const fits = expected.flatMap((table) => made.map((one) => ({ table, one, rows: pairRows(table, one).length })))
  const done = new Set<ExpectedTable>()
  for (const { table, one, rows } of fits.sort((a, b) => b.rows - a.rows)) {
    if (rows === 0 || done.has(table) || !left.has(one)) continue
    scoreTable(table, one, score)
    done.add(table)
    left.delete(one)
  }
  for (const table of expected) if (!done.has(table)) scoreAlone(table, null, score)
  for (const one of left) scoreAlone(null, one, score)
}

const addShare = (into: Share, share: Share) => {
  into.right += share.right
  into.of += share.of
}

function addNumbers<Key extends string>(into: Record<Key, number>, more: Record<Key, number>) {
  for (const key of Object.keys(more) as Key[]) into[key] += more[key]
}

/** Adds one score to another. */
export function addScore(into: Score, more: Score) {
  addShare(into.cells, more.cells)
  addShare(into.order, more.order)
  for (const [type, share] of Object.entries(more.byType) as [keyof Score['byType'], Share][]) {
    into.byType[type] ??= { right: 0, of: 0 }
    addShare(into.byType[type], share)
  }
  addNumbers(into.rows, more.rows)
  addNumbers(into.tables, more.tables)
  addNumbers(into.evidence, more.evidence)
  addNumbers(into.flags, more.flags)
  into.wrong.push(...more.wrong)
  into.doubted.push(...more.doubted)
}

/** What tokens cost together; null as soon as nobody knows the price of some. */
function addCosts(usages: (Usage | null)[]): ConversationScore['cost'] {
  const costs = usages.map((usage) => usage?.cost ?? null)
  const [first] = costs
  if (!first || costs.some((cost) => cost?.currency !== first.currency)) return null
  return { amount: costs.reduce((sum, cost) => sum + (cost?.amount ?? 0), 0), currency: first.currency }
}

/** The score of one conversation. */
export function scoreConversation(name: string, conversation: Conversation, replies: Reply[]): ConversationScore {
  const score = emptyScore()
  const usages = replies.map(({ usage }) => usage)
  const sum = (key: 'input_tokens' | 'cached_tokens' | 'output_tokens') =>
    usages.reduce((total, usage) => total + (usage?.[key] ?? 0), 0)
  for (const [index, turn] of conversation.turns.entries()) scoreTurn(turn.tables, replies[index]?.tables ?? [], score)
  return {
    name,
    genre: conversation.genre,
    language: conversation.language,
    mistakes: conversation.mistakes ?? null,
    score,
    tokens: { input: sum('input_tokens'), cached: sum('cached_tokens'), output: sum('output_tokens') },
    cost: addCosts(usages),
    seconds: replies.reduce((total, { seconds }) => total + seconds, 0),
    ends: replies.flatMap(({ state, problem }) => (state === 'complete' ? [] : [problem ?? state])),
  }
}
