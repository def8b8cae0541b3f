// Names files that are downloaded.

/** The `Content-Disposition` of a file with this name on any system (RFC 6266); `Download` when nothing of it is left. */
export function attachment(name: string, extension: string): string {
  const plain = name.replace(/[\p{Cc}\s<>:"/\\|?*]+/gu, ' ').trim() || 'Download'
  // What encodeURIComponent leaves, but the header's grammar does not.
  const encoded = encodeURIComponent(`${plain}.${extension}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}
