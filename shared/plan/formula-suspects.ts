// Looks into a formula that is no row expression for what it is after, through the usual disguises.

/** Letters of other scripts that look like Latin ones, in capitals. */
const lookalikes: Record<string, string> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Ԍ: 'G',
  Ӏ: 'I',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  I: 'I',
  Ꭰ: 'D',
  Ꮇ: 'M',
  Ꮪ: 'S',
  Ꭱ: 'R',
  Ꮲ: 'P',
  Ꮢ: 'R',
  Ꭲ: 'T',
  Ꮮ: 'L',
}

// Signs that take no room though they are letters or marks by their kind.
const blank = /\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/u
// Joiners belong between letters of some scripts and between pictures; anywhere else they only hide.
const strayJoiner =
  /(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\ufe0f)[\u200c\u200d]|(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?!\p{L}|\p{Extended_Pictographic})/u
const unseen = /(?![\u200c\u200d])\p{Cf}|(?![\t\n\r])\p{Cc}|\p{Co}/u

/** Whether a text holds what nobody can see: it would look like another text than it is. */
export const hasHiddenCharacters = (text: string): boolean =>
  blank.test(text) || unseen.test(text) || strayJoiner.test(text)

/** A formula without its disguises: wide letters narrow, look-alikes Latin, nothing invisible, no comments. */
export function bareFormula(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Cc}|\p{Co}|\u034f|\u115f|\u1160|\u3164/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\p{L}/gu, (letter) => lookalikes[letter.toUpperCase()] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The names that something is called by, in texts too, with the spaces that may stand in and after them. */
export function callsIn(bare: string): string[] {
  const close = [...bare.matchAll(/([\p{L}_][\p{L}\p{M}\p{N}_.]*)\s*\(/gu)].map((match) => match[1] ?? '')
  // IMPORT XML( is no call, but it is no accident either.
  const apart = [...bare.replace(/\s+/g, '').matchAll(/([\p{L}_][\p{L}\p{M}\p{N}_.]*)\(/gu)].map(
    (match) => match[1] ?? '',
  )
  return [...new Set([...close, ...apart])]
}

const sheetName = String.raw`(?:'(?:[^']|''){1,100}'|[\p{L}\p{N}_.]{1,100})!`
const cell = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`
const references = new RegExp(
  String.raw`(?:${sheetName})?(?:${cell}(?::(?:${cell}|\$?[A-Za-z]{1,3}))?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(])|${sheetName}`,
  'gu',
)

/** The cells and sheets that a formula refers to, as it writes them. */
export function referencesIn(bare: string): string[] {
  const withoutTexts = bare.replace(/"(?:[^"]|"")*"/g, '""')
  return [...new Set([...withoutTexts.matchAll(references)].map((match) => match[0].replace(/!$/, '')))]
}

/** Whether a text is, or begins to be, an address of the web or of a file. */
export const leadsOutside = (text: string): boolean =>
  /h\s*t\s*t\s*p\s*s?\s*:|:\s*\/|\/\/|\\\\|\bwww\.|\b(?:ftp|file|data|javascript|mailto|tel)\s*:/i.test(
    text.normalize('NFKC'),
  )
