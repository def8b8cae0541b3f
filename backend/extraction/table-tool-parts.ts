// The parts of strict schemas that the tools over existing tables share.

/** An object with exactly these properties: what strict mode takes. */
export const strict = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** A schema or null: strict mode has no optional properties. */
export const nullable = (schema: Record<string, unknown>) => ({ anyOf: [schema, { type: 'null' }] })

export const rowExpression =
  'An expression over the other columns of the same row, evaluated for every row: column names in brackets, as in ' +
  '[Unit price] * [Qty] or IF([Due] < DATE(2026,1,31), "late", "open"). Operators + - * / ^ & = <> < <= > >=; ' +
  'functions IF IFS AND OR NOT ISBLANK IFERROR ROUND ROUNDUP ROUNDDOWN INT ABS MOD POWER SQRT MIN MAX SUM AVERAGE ' +
  'CONCATENATE LEFT RIGHT MID LEN UPPER LOWER PROPER TRIM SUBSTITUTE FIND SEARCH VALUE DATE YEAR MONTH DAY WEEKDAY ' +
  'DAYS EDATE EOMONTH DATEDIF. Never write its results yourself.'

/** How a condition may compare. */
export const comparisons = [
  'equals',
  'not_equals',
  'contains',
  'not_contains',
  'greater',
  'at_least',
  'less',
  'at_most',
  'empty',
  'not_empty',
  'one_of',
] as const

/** One condition on the rows of a table. */
export const condition = strict({
  column: { type: 'string', description: 'A column’s name in the table, exactly.' },
  is: {
    type: 'string',
    enum: comparisons,
  },
  value: { type: ['string', 'null'], description: 'What is compared with, written as in the text; null for empty.' },
  values: { type: ['array', 'null'], items: { type: 'string' }, description: 'For one_of only, otherwise null.' },
})

export const conditionsMatch = {
  type: 'string',
  enum: ['all', 'any'],
  description: 'Whether every condition has to fit or one is enough.',
}

export const order = strict({
  column: { type: 'string' },
  order: { type: 'string', enum: ['ascending', 'descending'] },
})
