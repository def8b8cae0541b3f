// Blanks out, unit for unit, what would be taken for a part of the values beside it.

/** The text with list numbers blanked and the commas of East Asian and Arabic sentences told from those of numbers. */
export function prepareText(text: string): string {
  const listed = text.replace(
    /^(\s*)(\d{1,3}[.)])(?=\s)/gm,
    (all, space: string) => space + ' '.repeat(all.length - space.length),
  )
  return listed.replace(/[，،、](?![\p{Nd}]{3}(?!\p{Nd}))|(?<!\p{Nd})[，،、]|[，、](?=[0-9])(?<=[0-9].)/gu, ';')
}
