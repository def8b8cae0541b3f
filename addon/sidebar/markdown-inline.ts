// Reads the inline marks of Markdown that replies use; whatever is not one of them stays text.

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em'; parts: Inline[] }
  | { kind: 'link'; href: string; parts: Inline[] }

/** Every open mark may search to the end once, so a paragraph longer than this stays as it is. */
const longest = 5000

const marks = new RegExp(
  [
    /\\([!-/:-@[-`{-~])/u, // 1: an escaped sign
    /(`+)([^`]|[^`][\s\S]*?[^`])\2(?!`)/u, // 2, 3: code
    /\*\*(?=\S)([\s\S]*?\S)\*\*(?!\*)/u, // 4: strong
    /\*(?=[^\s*])([^*]*?[^\s*])\*/u, // 5: emphasis
    /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]*?[^\s_])_(?![\p{L}\p{N}_])/u, // 6: emphasis
    /!?\[([^[\]\n]+)\]\(([^\s()<>]+)\)/u, // 7, 8: a link; a picture too, so that nothing is fetched unasked
    /((?:https?:[/]{2}|mailto:)[^\s<>"*`]*[^\s<>"*`.,;:!?)\]}])/u, // 9: an address as it is
    /(\n)/u, // 10
  ]
    .map((mark) => mark.source)
    .join('|'),
  'gu',
)

export function readInline(text: string): Inline[] {
  if (text.length > longest) return [{ kind: 'text', text }]
  const parts: Inline[] = []
  let end = 0
  const push = (part: string) => {
    const last = parts.at(-1)
    if (part === '') return
    if (last?.kind === 'text') last.text += part
    else parts.push({ kind: 'text', text: part })
  }
  for (const found of text.matchAll(marks)) {
    push(text.slice(end, found.index))
    end = found.index + found[0].length
    const [whole, escaped, , code, strong, star, low, label, target, address, line] = found
    if (escaped !== undefined) push(escaped)
    else if (code !== undefined) parts.push({ kind: 'code', text: code.trim() || code })
    else if (strong !== undefined) parts.push({ kind: 'strong', parts: readInline(strong) })
    else if (star !== undefined || low !== undefined) parts.push({ kind: 'em', parts: readInline(star ?? low ?? '') })
    else if (label !== undefined && target !== undefined) {
      const href = safeAddress(target)
      if (href === null) push(whole)
      else parts.push({ kind: 'link', href, parts: readInline(label) })
    } else if (address !== undefined) {
      parts.push({ kind: 'link', href: address, parts: [{ kind: 'text', text: address }] })
    } else if (line !== undefined) parts.push({ kind: 'break' })
  }
  push(text.slice(end))
  return parts
}

/** Only addresses that open a page or a mail; a script's address, or one of this frame, is none. */
function safeAddress(target: string): string | null {
  return /^(https?:[/]{2}|mailto:)/i.test(target) ? target : null
}
