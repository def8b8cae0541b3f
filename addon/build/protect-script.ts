// Keeps an inline script free of what HTML parsers and Google's page service take for something else.
import { transform } from 'esbuild'

/**
 * Sequences that end the script, start a comment or a scriptlet, with a spelling that means the same within a string.
 * Google's page service has been seen to strip what looks like a comment even inside strings.
 */
const spellings: [pattern: RegExp, spelling: string][] = [
  [/\/\/+/g, ''],
  [/\/\*/g, '/\\*'],
  [/<!--/g, '<\\!--'],
  [/<\?/g, '<\\?'],
  [/<\/script/gi, '<\\/script'],
]

const forbidden = /\/\/|\/\*|<!--|<\?|<\/script|[^\t\n\x20-\x7e]/i

const normalise = async (script: string) =>
  (await transform(script, { minify: true, charset: 'ascii', legalComments: 'none' })).code

/**
 * Respells the sequences inside strings. Throws when one stands elsewhere, such as in a regular expression (write `[/]`
 * for a slash there): the respelled script must be the same program.
 */
export async function protectScript(script: string): Promise<string> {
  let text = script
  for (const [pattern, spelling] of spellings) {
    text = text.replace(pattern, (found) => spelling || `/${'\\/'.repeat(found.length - 1)}`)
  }
  const same = (await normalise(text).catch(() => null)) === (await normalise(script))
  const left = forbidden.exec(text)
  if (same && !left) return text
  const at = left ? left.index : firstDifference(text, script)
  const near = text.slice(Math.max(0, at - 60), at + 60)
  throw new Error(`The sidebar’s script holds what an inline script must not, near: ${near}`)
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
