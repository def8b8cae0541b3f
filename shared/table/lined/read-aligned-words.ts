// Cuts lined-up text into words that know their places on the screen.

/** A word and the places it takes, `to` being the place after it. */
export type Word = { text: string; from: number; to: number }

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const marks = /\p{M}|\p{Cf}/u

/** The words of a line. East Asian characters take two places, combining marks none; a tab goes to the next eighth. */
export function wordsOf(line: string): Word[] {
  const words: Word[] = []
  let place = 0
  let open: Word | null = null
  for (const char of line) {
    if (char === ' ' || char === '\t' || char === '\u00a0' || char === '\u3000') {
      open = null
      place = char === '\t' ? (Math.floor(place / 8) + 1) * 8 : place + (char === '\u3000' ? 2 : 1)
      continue
    }
    const width =
      char.charCodeAt(0) < 0x300
        ? 1
        : wide.test(char) || (char.codePointAt(0) ?? 0) > 0x1f2ff
          ? 2
          : marks.test(char)
            ? 0
            : 1
    if (open) {
      open.text += char
      open.to += width
    } else {
      open = { text: char, from: place, to: place + width }
      words.push(open)
    }
    place += width
  }
  return words
}

/** Words of one cell as its text, with the blanks that stood between them. */
export function textOf(words: Word[]): string {
  let text = ''
  for (const [index, word] of words.entries()) {
    text += index === 0 ? word.text : `${' '.repeat(Math.max(1, word.from - words[index - 1]!.to))}${word.text}`
  }
  return text
}
