// Sizes in words.

/** Such as “800 bytes”, “256 kB” or “1.5 MB”. */
export const describeBytes = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
