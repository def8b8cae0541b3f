// Tells the model how far its answer came, so that it writes the rest and nothing twice.
import type { EngineInput, UnfinishedTable } from './engine.ts'

const lastRows = 3
const lastText = 1_000

const describe = ({ title, columns, rows }: UnfinishedTable): string =>
  [
    `table "${title}", ${rows.length} rows so far`,
    `columns: ${JSON.stringify(columns.map(({ name, type }) => ({ name, type })))}`,
    ...(rows.length > 0 ? ['last rows:', ...rows.slice(-lastRows).map((row) => JSON.stringify(row))] : []),
  ].join('\n')

const orders = (count: number): string =>
  count === 0
    ? 'Go on with your answer from where it broke off. Say nothing twice.'
    : 'Write only what is missing. For each table that is not finished call write_table once, with the same title and ' +
      'the same columns in the same order, beginning with the record after its last row; rows_announced counts only the ' +
      'rows that you still write. Then make the tables that had not begun yet. Do not greet, and say nothing twice.'

/** What comes after the message when the rest of its answer is asked for; `block` marks data as data. */
export function describeContinuing(
  continuing: NonNullable<EngineInput['continuing']>,
  block: (label: string, text: string) => string,
): string {
  const { text, tables } = continuing
  const soFar = [text.slice(-lastText), ...tables.map(describe)].filter(Boolean).join('\n\n')
  return `\nYour answer to this message broke off. This much of it is there:\n${block('the answer so far', soFar)}\n${orders(tables.length)}`
}
