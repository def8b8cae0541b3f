// What the page is told when it is made: where the backend is, and which version this is.

export type Boot = { backend_url: string; version: string }

/** Reads the boot JSON from the page. A page that was never filled in gets an empty address, which the start refuses. */
export function readBoot(page: Document): Boot {
  try {
    const value: unknown = JSON.parse(page.getElementById('boot')?.textContent ?? '')
    if (typeof value === 'object' && value !== null && 'backend_url' in value && 'version' in value) {
      return { backend_url: String(value.backend_url).replace(/[/]+$/, ''), version: String(value.version) }
    }
  } catch {
    // The marker was not replaced: same as no address.
  }
  return { backend_url: '', version: '' }
}

/** The host of an address, for people. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
