// The schema that an address of the database leads into.

/** The first of its `search_path`, `public` without one. */
export function schemaOf(url: string): string {
  const [first = ''] = (new URL(url).searchParams.get('search_path') ?? '').split(',')
  return first.trim() || 'public'
}
