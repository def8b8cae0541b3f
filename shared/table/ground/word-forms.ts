// Knows what hangs on a word without a space: Korean particles behind it, Arabic and Hebrew prefixes before it.

const particles =
  '은 는 이 가 을 를 에 의 와 과 도 로 으로 만 부터 까지 께 에서 에게 한테 랑 이랑 나 이나 처럼 보다 에는 에서는 에서의 으로는 로는 이고 이며 인 이다 입니다 이었다 였다 께서 에도 까지는 씨 씨는 씨가 씨의 님 님은 님이 군 양 측 들 들은 들이 및 요 이요 이에요 예요 이라는 라는'.split(
    ' ',
  )
const arabic = 'و ف ب ل ك س ال وال بال فال كال لل ولل وب ول'.split(' ')
const hebrew = 'ו ה ב ל מ ש כ וה וב ול ומ שב של מה בה'.split(' ')

/** A form of a word in running text: its key, and how many of its characters are not the word's own. */
export type Form = { key: string; before: number; behind: number }

/** The forms in which the last word of a phrase may stand. */
export function formsBehind(key: string): Form[] {
  if (!/[\uac00-\ud7a3\da-z]$/.test(key)) return []
  return /[\uac00-\ud7a3]$/.test(key)
    ? particles.map((particle) => ({ key: key + particle, before: 0, behind: particle.length }))
    : []
}

/** The forms in which the first word of a phrase may stand. */
export function formsBefore(key: string): Form[] {
  const prefixes = /^[\u0620-\u064a]/.test(key) ? arabic : /^[\u05d0-\u05ea]/.test(key) ? hebrew : []
  const forms = prefixes.map((prefix) => ({ key: prefix + key, before: prefix.length, behind: 0 }))
  if (key.startsWith('ال') && key.length > 3) {
    for (const prefix of ['لل', 'ولل']) forms.push({ key: prefix + key.slice(2), before: 0, behind: 0 })
  }
  return forms
}
