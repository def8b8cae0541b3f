// Writes the scores as a card for people: one line for each conversation, the totals, and what is wrong.
import { addScore, type ConversationScore } from './score-conversation.ts'
import { emptyScore, type Score, type Share } from './score-table.ts'

const percent = ({ right, of }: Share): string => (of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`)
const share = (part: Share): string => (part.of === 0 ? '–' : `${part.right}/${part.of}`)

const heads = [
  'conversation',
  'lang',
  'tables',
  'cells right',
  '',
  'missing',
  'invented',
  'quot/comp/unsup/read',
  'tokens in/cached/out',
  'cost',
  's',
]
const widths = [30, 5, 7, 12, 8, 9, 9, 21, 21, 9, 6]

const line = (cells: string[]): string =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
    .join(' ')
    .trimEnd()

const money = (cost: ConversationScore['cost']): string => (cost ? cost.amount.toFixed(4) : '–')

function scoreLine(
  name: string,
  language: string,
  score: Score,
  told: Pick<ConversationScore, 'tokens' | 'cost' | 'seconds'>,
) {
  const { evidence, rows, tables } = score
  const { input, cached, output } = told.tokens
  return line([
    name,
    language,
    `${tables.made}/${tables.expected}`,
    share(score.cells),
    percent(score.cells),
    `${rows.missing}/${rows.expected}`,
    String(rows.invented),
    [evidence.quoted, evidence.computed, evidence.unsupported, evidence.read].join('/'),
    [input, cached, output].join('/'),
    money(told.cost),
    told.seconds.toFixed(2),
  ])
}

/** The sum of all scores. */
export function totalOf(
  scores: ConversationScore[],
): Omit<ConversationScore, 'name' | 'genre' | 'language' | 'mistakes'> {
  const score = emptyScore()
  const tokens = { input: 0, cached: 0, output: 0 }
  for (const one of scores) {
    addScore(score, one.score)
    tokens.input += one.tokens.input
    tokens.cached += one.tokens.cached
    tokens.output += one.tokens.output
  }
  const priced = scores.flatMap(({ cost }) => (cost ? [cost] : []))
  const known = priced.length === scores.length && new Set(priced.map(({ currency }) => currency)).size === 1
  return {
    score,
    tokens,
    cost: known ? { amount: priced.reduce((sum, { amount }) => sum + amount, 0), currency: priced[0]!.currency } : null,
    seconds: scores.reduce((sum, { seconds }) => sum + seconds, 0),
    ends: scores.flatMap(({ ends }) => ends),
  }
}

const mostWrong = 8

function wrongs({ name, score, ends, mistakes }: ConversationScore): string[] {
  const told = [...ends.map((end) => `ended early: ${end}`), ...score.wrong]
  if (told.length === 0 && !mistakes) return []
  const more = told.length > mostWrong ? [`    … and ${told.length - mostWrong} more`] : []
  const meant = mistakes ? ` (recorded so: ${mistakes})` : ''
  return [`  ${name}${meant}`, ...told.slice(0, mostWrong).map((text) => `    ${text}`), ...more]
}

/** `asked` says what answered: a model, or recorded answers. */
export function scoreCard(asked: string, scores: ConversationScore[]): string {
  const total = totalOf(scores)
  const { score } = total
  const types = Object.entries(score.byType).map(([type, part]) => `${type} ${percent(part)} of ${part.of}`)
  const { unsupportedRight, unsupportedWrong, quotedWrong } = score.flags
  const flagged = `${unsupportedWrong + unsupportedRight} compared cells are unsupported: ${unsupportedWrong} of them wrong, ${unsupportedRight} right; ${quotedWrong} quoted cells are wrong`
  const wrong = scores.flatMap(wrongs)
  const doubted = scores.flatMap((one) => one.score.doubted.map((cell) => `  ${one.name}: ${cell}`))
  return [
    asked,
    '',
    line(heads),
    ...scores.map((one) => scoreLine(one.name, one.language, one.score, one)),
    scoreLine(`all ${scores.length}`, '', score, total),
    '',
    `Cells right: ${types.join(' · ')}`,
    `Rows in the order asked for: ${percent(score.order)} of ${score.order.of}`,
    `Grounding: ${flagged}`,
    ...(wrong.length > 0 ? ['', 'What is wrong:', ...wrong] : []),
    ...(doubted.length > 0 ? ['', 'Right, and flagged all the same:', ...doubted] : []),
  ].join('\n')
}
