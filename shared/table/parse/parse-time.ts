// Reads a time of day, alone or beside a date, with the words and zones that people add to it.

export type ParsedTime = {
  /** `14:05:00` */
  value: string
  /** The zone as written (`Z`, `+01:00`, `PST`), when there is one. */
  zone: string | null
}

/** A time inside a longer text. */
export type FoundTime = ParsedTime & { start: number; end: number }

const am =
  'a\\.?\\s?m\\.?|am\\b|vorm\\.?|ص|صباحا|صباحاً|öö|f\\.?m\\.?|dop\\.?|дп|ق\\.ظ\\.?|sa|de\\.|ap\\.|পূর্বাহ্ণ|पूर्वाह्न|утра|de la mañana|π\\.?μ\\.?|da manhã'
const pm =
  'p\\.?\\s?m\\.?|pm\\b|nachm\\.?|م|مساء|مساءً|ös|e\\.?m\\.?|odp\\.?|пп|ب\\.ظ\\.?|ch|du\\.|ip\\.|অপরাহ্ণ|अपराह्न|дня|вечера|de la tarde|μ\\.?μ\\.?|da tarde'
const zones =
  'Z|UTC|GMT|[ECMP][SD]T|CES?T|EES?T|WES?T|BST|IST|JST|KST|MSK|AE[SD]T|AKST|AKDT|HST|A[SD]T|NZ[SD]T|PHT|SGT|HKT|CAT|SAST|MES?Z'
/** Every word of a time of day and its zone, in lower case. */
export const timeWords: string[] =
  'a p m am pm ap ip h uhr uur hrs min s ч z utc gmt est edt cst cdt mst mdt pst pdt cet cest eet eest wet west bst ist jst kst msk aest aedt akst akdt hst ast adt nzst nzdt pht sgt hkt cat sast mez mesz vorm nachm ص م öö ös fm em f e dop odp дп пп sa ch de du утра дня вечера la tarde mañana manhã da μμ πμ μ π'.split(
    ' ',
  )
const zonePart = `\\s*(?:\\(?((?:UTC|GMT)?[+-]\\d{1,2}:?\\d{2}|(?:UTC|GMT)[+-]\\d{1,2}|(?<=:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)[+-]\\d{2}(?!\\d)|(?:${zones})(?![\\p{L}\\d]))\\)?(?:\\s*\\((?:[A-Z]{2,5}|[\\p{L}\\s]{3,40})\\))?)`
const cjkAm = '上午|午前|오전|凌晨|早上|清晨|새벽|아침'
const cjkPm = '下午|午後|오후|晚上|傍晚|저녁|밤'

const clock = new RegExp(
  `(?<![\\d.:])(?:(${cjkAm}|öö|ص|de\\.)|(${cjkPm}|中午|ös|م|du\\.))?\\s?(\\d{1,2})[:：](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d|:\\d)(?:\\s*(?:(${am})|(${pm}))(?![\\p{L}\\d]))?(?:${zonePart})?(?:\\s?(?:uhr|uur|h|hrs|ч|น\\.?|बजे)(?![\\p{L}\\d]))?`,
  'iu',
)
const hourOnly = new RegExp(
  `(?<![\\d.:,])(\\d{1,2})(?:\\.(\\d{2}))?\\s*(?:(a\\.?\\s?m\\.?)|(p\\.?\\s?m\\.?))(?![\\p{L}\\d])(?:${zonePart})?`,
  'iu',
)
// 12h alone is a length of time as often as an hour of the day.
const spoken =
  /(?<![\d.:])(\d{1,2})(?:\s?[.:h]\s?(\d{2}))?\s*uhr(?:\s(\d{2})(?!\d))?|(?<![\d.:])(\d{1,2})(?:[.:](\d{2})\s*h|\s?h\s?(\d{2}))(?:\s?min(?:\s(\d{2})\s?s)?)?(?![\p{L}\d])/iu
const cjk = new RegExp(
  `(?:(${cjkAm})|(${cjkPm}|中午))?\\s?(?<!\\d)(\\d{1,2})\\s?[点點时時시]\\s?(?:(半)|(\\d{1,2})\\s?[分분]?(?:\\s?(\\d{1,2})\\s?[秒초])?|整|钟)?`,
  'u',
)

/** Parses `14:05`, `2:05 pm`, `2 pm`, `14h05`, `14.05 Uhr`, `下午3点`; null for anything else, durations over 24 hours included. */
export function parseTime(text: string): ParsedTime | null {
  if (text.length > 60) return null
  const found = findTime(text)
  return found && found.start === 0 && found.end === text.length ? { value: found.value, zone: found.zone } : null
}

/** The first time of day in a short text; `date` says that a date stands before it, so that `14h` is an hour. */
export function findTime(text: string, date = false): FoundTime | null {
  let match = text.includes(':') || text.includes('：') ? clock.exec(text) : null
  if (match) {
    const half = match[1] || match[6] ? 'a' : match[2] || match[7] ? 'p' : null
    return build(match, match[3]!, match[4], match[5], half, match[8] ?? null)
  }
  match = hourOnly.exec(text)
  if (match) return build(match, match[1]!, match[2], undefined, match[3] ? 'a' : 'p', match[5] ?? null)
  match = spoken.exec(text)
  if (match)
    return build(match, match[1] ?? match[4]!, match[2] ?? match[3] ?? match[5] ?? match[6], match[7], null, null)
  match = /[点點时時시]/.test(text) ? cjk.exec(text) : null
  if (match) {
    const half = match[1] ? 'a' : match[2] ? 'p' : null
    return build(match, match[3]!, match[4] ? '30' : match[5]?.padStart(2, '0'), match[6]?.padStart(2, '0'), half, null)
  }
  if (!date) return null
  match = /(?<=[\s,])(\d{1,2})(?:\s?h\.?|\.(\d{2})(?:\.(\d{2}))?)$/i.exec(text)
  return match && build(match, match[1]!, match[2], match[3], null, null)
}

function build(
  match: RegExpExecArray,
  hours: string,
  minutes = '00',
  seconds = '00',
  half: 'a' | 'p' | null,
  zone: string | null,
): FoundTime | null {
  let hour = Number(hours)
  if (half && hour <= 12) {
    // 午後0時 is noon; a.m. and p.m. begin at 12.
    if (hour < 1 && /\p{ASCII}/u.test(match[0].at(-1)!) && /m/i.test(match[0])) return null
    hour = (hour % 12) + (half === 'p' ? 12 : 0)
  }
  // 15:45 PM says the same twice.
  else if (half === 'a' && hour > 12) return null
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return {
    value: `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`,
    zone,
    start: match.index,
    end: match.index + match[0].length,
  }
}
