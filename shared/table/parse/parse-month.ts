// Maps the names of months to numbers and knows the names of weekdays.
import { foldWord } from './parse-fold.ts'
import { monthNames, weekdayNames } from './parse-month-names.ts'

const months = new Map<string, number>()
for (const [index, names] of monthNames.entries()) {
  for (const name of names.split(' ')) {
    months.set(foldWord(name.replace('_', ' ')), index + 1)
    // Hebrew writes "in" as a letter of the month.
    if (/^[\u0590-\u05ff]/.test(name)) months.set(`ב${name}`, index + 1)
  }
}
const weekdays = new Set(
  weekdayNames.split(' ').flatMap((name) => (name.startsWith('วัน') ? [name, `${name}ที่`] : [foldWord(name)])),
)

/** Every word of a month or weekday, folded. */
export const calendarWords: string[] = [...months.keys(), ...weekdays].flatMap((name) => name.split(' '))

/** The month (1 to 12) that a folded word, or two of them with a space between, names. */
export function monthOf(word: string): number | undefined {
  return months.get(word)
}

/** Whether a folded word is a weekday. */
export function isWeekday(word: string): boolean {
  return weekdays.has(word)
}
