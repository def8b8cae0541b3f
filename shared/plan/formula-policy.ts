// Says which formulas may come from a model or from data: what a row expression can say, and nothing that leaves the row.
import { functions } from '../table/compute/functions.ts'
import { ExpressionError, expressionTexts, storedExpression } from '../table/compute.ts'
import type { ColumnType } from '../table/table.ts'
import { bareFormula, callsIn, hasHiddenCharacters, leadsOutside, referencesIn } from './formula-suspects.ts'

/** Columns as an expression may name them. */
type PolicyColumn = { key: string; name: string; type?: ColumnType }

/**
 * `allowed` formulas come with the expression to store, over the keys of the columns: only that is ever evaluated or
 * written. `ask` is for what a person may want and has to see first, `refused` for what no data should bring along.
 * `reasons` are sentences for that person.
 */
export type FormulaVerdict =
  | { verdict: 'allowed'; reasons: string[]; expression: string }
  | { verdict: 'ask' | 'refused'; reasons: string[] }

const longest = 2000

/** Functions that fetch something, or send something away while they are worked out. */
const network =
  /^(?:_*xl(?:fn|ws|udf)[._]+)*(?:IMPORT\w*|IMAGE|WEBSERVICE|FILTERXML|GOOGLEFINANCE|GOOGLETRANSLATE|DETECTLANGUAGE|RTD|DDE\w*|CALL|REGISTER\w*|EXEC\w*|STOCKHISTORY|TRANSLATE|CUBE\w*|AI|GEMINI|COPILOT|FETCH\w*|HTTP\w*|URL\w*|JSON\w*|XML\w*|CURL|SQL\w*|QUERYSTORAGE)$/i

const functionKinds: [RegExp, string][] = [
  [/^HYPERLINK$/i, 'makes a link that leads out of the spreadsheet'],
  [/^(?:INDIRECT|OFFSET|INDEX|ADDRESS|CHOOSE|CELL|FORMULATEXT|GETPIVOTDATA)$/i, 'can point to any cell'],
  [/^(?:LET|LAMBDA|MAP|REDUCE|SCAN|BYROW|BYCOL|MAKEARRAY|EVALUATE)$/i, 'gives other names to what it does'],
  [/^(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)$/i, 'changes whenever the sheet is opened'],
  [
    /^(?:QUERY|FILTER|SORT|UNIQUE|ARRAYFORMULA|FLATTEN|VLOOKUP|HLOOKUP|XLOOKUP|LOOKUP|MATCH|TRANSPOSE)$/i,
    'reads other rows',
  ],
  [/^(?:CHAR|UNICHAR|CODE|ENCODEURL|REPT|JOIN|TEXTJOIN|REGEX\w+)$/i, 'can build a text that is hidden from view'],
]

const quoted = (words: string[]) =>
  words
    .slice(0, 5)
    .map((word) => `“${word.slice(0, 60)}”`)
    .join(', ')

/** Why a text that is no row expression is not let through. */
function explain(text: string, problem: ExpressionError): FormulaVerdict {
  const bare = bareFormula(text)
  const calls = callsIn(bare)
  const fetching = calls.filter((name) => network.test(name))
  const reasons: string[] = []
  if (fetching.length > 0) reasons.push(`It uses ${quoted(fetching)}, which reaches the internet or another file.`)
  if (/[|].*!/.test(bare) || /\[[^\][]{0,200}\.\w{2,5}\][^!]{0,200}!/.test(bare) || /\\\\|file:/i.test(bare))
    reasons.push('It points to another program or file.')
  if (hasHiddenCharacters(text)) reasons.push('It holds characters that cannot be seen.')
  if (reasons.length > 0) return { verdict: 'refused', reasons }
  for (const name of calls) {
    const known = functionKinds.find(([names]) => names.test(name))
    if (known) reasons.push(`“${name}” ${known[1]}.`)
  }
  const references = referencesIn(bare)
  if (references.length > 0) reasons.push(`It refers to ${quoted(references)}, outside the columns of its row.`)
  if (/[{}]/.test(bare)) reasons.push('It holds a list of its own.')
  if (leadsOutside(bare)) reasons.push('It builds a web address.')
  if (calls.length > 0 || reasons.length > 0)
    return { verdict: 'ask', reasons: reasons.length > 0 ? reasons : [problem.message] }
  return { verdict: 'refused', reasons: [problem.message] }
}

/** Whether a formula uses nothing but functions that are known to reach further than its row, and those of row expressions. */
export function isKnownToReach(text: string): boolean {
  const calls = callsIn(bareFormula(text))
  const reaches = (name: string) => network.test(name) || functionKinds.some(([names]) => names.test(name))
  return calls.some(reaches) && calls.every((name) => reaches(name) || Object.hasOwn(functions, name.toUpperCase()))
}

/** The formula without the sign that makes it one in a sheet. */
const withoutSign = (text: string) => text.trim().replace(/^=\s*/, '')

/**
 * Judges a formula that a model proposes or that data brings along, over the columns of its row. Whatever is not
 * understood is not allowed.
 */
export function judgeFormula(text: string, { columns }: { columns: readonly PolicyColumn[] }): FormulaVerdict {
  const formula = withoutSign(text)
  if (formula === '') return { verdict: 'refused', reasons: ['It is empty.'] }
  if (formula.length > longest) return { verdict: 'refused', reasons: ['It is too long to be checked.'] }
  try {
    const expression = storedExpression(formula, columns)
    if (expression.length > longest) return { verdict: 'refused', reasons: ['It is too long to be checked.'] }
    const reasons: string[] = []
    if (hasHiddenCharacters(expression)) reasons.push('It holds characters that cannot be seen.')
    if (expressionTexts(expression).some(leadsOutside)) reasons.push('It builds a web address.')
    return reasons.length > 0 ? { verdict: 'ask', reasons } : { verdict: 'allowed', reasons, expression }
  } catch (error) {
    if (error instanceof ExpressionError) return explain(text, error)
    throw error
  }
}
