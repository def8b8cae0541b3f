// ASCII in the last place where esbuild leaves other characters: regular expressions.

/** Spells everything outside ASCII as `\u` escapes; in strings, esbuild has done so already. */
export function escapeNonAscii(script: string): string {
  return script.replace(/[^\t\n\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
