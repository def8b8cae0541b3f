// The chapters of the OpenAPI document: which part of the API an address belongs to.

/** By the beginning of the path, the longest that fits. */
const chapters: Record<string, { name: string; description: string }> = {
  '/about': { name: 'Server', description: 'What this server is.' },
  '/auth': { name: 'Accounts', description: 'Signing up, in and out, passwords, and who one is.' },
  '/auth/keys': { name: 'API keys', description: 'Keys for programs: what each may do, and until when.' },
  '/account': {
    name: 'Your data',
    description: 'Everything the server knows of you: read it, take it along, delete it.',
  },
  '/audit': { name: 'Your data', description: '' },
  '/chat': { name: 'Conversations', description: 'Conversations, their messages, and replies as they come.' },
  '/files': { name: 'Files', description: 'What is too long for a message goes up as a file.' },
  '/extract': { name: 'Extraction', description: 'Tables out of text, without a conversation.' },
  '/tables': { name: 'Tables', description: 'The tables of conversations: rows, versions, evidence, files.' },
  '/export/templates': { name: 'Templates', description: 'How a table looks and is checked in the sheet.' },
  '/export': { name: 'Exports', description: 'Tables into Google Sheets, and who may open them there.' },
  '/google': { name: 'Google', description: 'The Google accounts that exports are written with.' },
  '/usage': { name: 'Usage', description: 'What was used of the model.' },
}

/** The chapter of a path; one of the path’s own first word for what is not listed. */
export function tagOf(path: string): string {
  const fitting = Object.keys(chapters).filter((beginning) => path === beginning || path.startsWith(`${beginning}/`))
  const longest = fitting.sort((a, b) => b.length - a.length)[0]
  if (longest !== undefined) return chapters[longest]?.name ?? longest
  const word = path.split('/')[1] ?? ''
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The chapters that the paths belong to, with what they are about, in the order of the paths. */
export function tagsOf(paths: string[]): { name: string; description?: string }[] {
  const about = new Map(
    Object.values(chapters).flatMap(({ name, description }) => (description ? [[name, description]] : [])),
  )
  return [...new Set(paths.map(tagOf))].map((name) => {
    const description = about.get(name)
    return { name, ...(description ? { description } : {}) }
  })
}
