// Texts without a table: the notation they are written in.

export type Negative = { kind: string; text: string }

/**
 * Takes apart a sheet of texts: each begins after a line `%% kind` or `%%` (the same kind again).
 * `→` stands for a tab, `‵` for a backtick and `␣` for a blank.
 */
export function sheet(notation: string): Negative[] {
  const texts: Negative[] = []
  let kind = ''
  for (const part of notation.split(/^%%/mv).slice(1)) {
    const at = part.indexOf('\n')
    kind = part.slice(0, at).trim() || kind
    const text = part
      .slice(at + 1)
      .replace(/\n$/v, '')
      .replaceAll('→', '\t')
      .replaceAll('‵', '`')
      .replaceAll('␣', ' ')
    texts.push({ kind, text })
  }
  return texts
}
