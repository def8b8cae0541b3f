// The character tables of the older single-byte encodings, and the way from an encoding's name to text.

/** The upper halves of code pages that TextDecoder does not know. */
const ownPages: Record<string, string> = {
  IBM437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  IBM850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  IBM852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
}

/** The names that people know where they differ from the standard's. */
const spoken: Record<string, string> = {
  gb18030: 'GB18030',
  shift_jis: 'Shift_JIS',
  macintosh: 'Mac Roman',
  'x-mac-cyrillic': 'Mac Cyrillic',
  ibm866: 'IBM866',
  big5: 'Big5',
}

/** An encoding's name as people know it, such as `Windows-1252`. */
export function spokenName(encoding: string): string {
  if (encoding.startsWith('windows-')) return encoding.replace('w', 'W')
  return spoken[encoding] ?? encoding.toUpperCase()
}

const chunkBytes = 1 << 20
const upperHalf = Uint8Array.from({ length: 128 }, (_, index) => 128 + index)
const pages = new Map<string, string[]>()

/** What the bytes 0x80 to 0xFF mean in a single-byte encoding. */
export function pageOf(encoding: string): string[] {
  let page = pages.get(encoding)
  if (!page) {
    page = [...(ownPages[encoding] ?? new TextDecoder(encoding).decode(upperHalf))]
    pages.set(encoding, page)
  }
  return page
}

/** Text of bytes in the named encoding; what it cannot mean becomes U+FFFD. */
export function decodePage(bytes: Uint8Array, encoding: string): string {
  if (!(encoding in ownPages)) return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const units = pageOf(encoding).map((char) => char.charCodeAt(0))
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const chunk = bytes.subarray(from, from + chunkBytes)
    const wide = new Uint8Array(chunk.length * 2)
    for (const [at, byte] of chunk.entries()) {
      const unit = byte < 0x80 ? byte : units[byte - 0x80]!
      wide[at * 2] = unit & 0xff
      wide[at * 2 + 1] = unit >> 8
    }
    parts.push(decoder.decode(wide))
  }
  return parts.join('')
}

/** Each byte as the character of its number, for places without TextDecoder. */
export function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}
