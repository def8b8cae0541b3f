// Characters that nobody sees but a model reads: taken out of what it is shown, and pointed out to the person.

/** Tag characters, which spell out hidden text, unless they are part of a flag. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]+/gu
/** Marks that reverse the direction of what is seen, and widthless ones in the middle of a text. */
const unseen = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\u2062-\u2064\u180e]|(?<=[\s\S])\ufeff/u

/** The text without hidden writing; everything that a person can see stays as it is. */
export const visible = (text: string): string => (/[\u{e0000}-\u{e007f}]/u.test(text) ? text.replace(tags, '') : text)

/** A sentence about hidden characters in one of the texts, or null. */
export function hiddenNote(texts: { label: string; text: string }[]): string | null {
  const found = texts.find(({ text }) => unseen.test(text) || visible(text) !== text)
  return found ? `Hidden characters stand in ${found.label}; check values that were copied from there.` : null
}
