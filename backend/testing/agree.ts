// Stands for a person with a browser who agrees on Google’s page that their account may be used.

/** `url` is what the API said to open. Throws when it ends elsewhere than it should. */
export async function agree(url: string, account: string): Promise<void> {
  const page = new URL(url)
  page.searchParams.set('login_hint', account)
  const agreed = await fetch(page, { redirect: 'manual' })
  const back = await fetch(agreed.headers.get('location') ?? '', { headers: { accept: 'text/html' } })
  if (back.status !== 200) throw new Error(`Connecting ended with ${back.status}: ${await back.text()}`)
}
