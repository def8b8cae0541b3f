// Reads yes and no as words and check marks.

const yes = new Set(
  'true yes ja oui sí si sim vrai wahr verdadero vero verdadeiro да истина tak prawda evet doğru ano はい 是 真 예 네 نعم हाँ हां ya có ใช่ ☑ ✓ ✔ ✔️ ✅ [x]'.split(
    ' ',
  ),
)
const no = new Set(
  'false no nein non não nao nee faux falsch falso нет ложь nie fałsz hayır yanlış nej ne いいえ 否 假 아니요 아니오 لا नहीं tidak không ไม่ ☐ ✗ ✘ ❌ ✖ ☒'.split(
    ' ',
  ),
)
no.add('[ ]')

/** Every word that says yes or no, in lower case. */
export const booleanWords: string[] = [...yes, ...no]

/** True or false for a word or mark that says so on its own; single letters only where they are known to mean it. */
export function parseBoolean(text: string, letters = false): boolean | null {
  if (text.length > 10) return null
  const word = text.toLowerCase()
  if (letters && /^[ynjtf]$/.test(word)) return word !== 'n' && word !== 'f'
  return yes.has(word) ? true : no.has(word) ? false : null
}
