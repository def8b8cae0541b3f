// Takes out of text what PostgreSQL cannot store.

/** Without U+0000 and halves of surrogate pairs: no person can see them, and pasted text sometimes has them. */
export const cleanText = (text: string): string =>
  text.includes('\0') ? text.replaceAll('\0', '').toWellFormed() : text.toWellFormed()
