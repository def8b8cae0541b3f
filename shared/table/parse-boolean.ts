// Reads yes and no as words and check marks.

const yes = new Set(
  'true yes ja oui sí si sim vrai wahr verdadero vero да tak evet ano はい 是 ☑ ✓ ✔ ✅ [x]'.split(' '),
)
const no = new Set(
  'false no nein non não nao faux falsch falso нет nie hayır nee nej ne いいえ 否 ☐ ✗ ✘ ❌ ☒'.split(' '),
)
no.add('[ ]')

/** True or false for a word or mark that says so on its own; single letters only where they are known to mean it. */
export function parseBoolean(text: string, letters = false): boolean | null {
  if (text.length > 9) return null
  const word = text.toLowerCase()
  if (letters && /^[ynj]$/.test(word)) return word !== 'n'
  return yes.has(word) ? true : no.has(word) ? false : null
}
