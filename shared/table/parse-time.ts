// Reads a time of day, alone or at the end of a date.

export type ParsedTime = {
  /** `14:05:00` */
  value: string
  /** The zone as written (`Z`, `+01:00`), when there is one. */
  zone: string | null
}

const clock =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*([ap])\.?m\.?)?(?:\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i
const hourOnly = /^(\d{1,2})\s*([ap])\.?m\.?$/i
// 12h alone is a length of time as often as an hour of the day.
const spoken = /^(\d{1,2})(?:[.:h](\d{2}))?\s*uhr$|^(\d{1,2})(?:[.:](\d{2})\s*h|h(\d{2}))$/i

/** Parses `14:05`, `2:05 pm`, `2 pm`, `14h05`, `14.05 Uhr`; null for anything else, durations over 24 hours included. */
export function parseTime(text: string): ParsedTime | null {
  if (text.length > 30) return null
  const match = clock.exec(text)
  if (match) return build(match[1], match[2], match[3], match[4], match[5] ?? null)
  const hour = hourOnly.exec(text)
  if (hour) return build(hour[1], '00', '00', hour[2], null)
  const said = spoken.exec(text)
  return said && build(said[1] ?? said[3], said[2] ?? said[4] ?? said[5], '00', undefined, null)
}

function build(
  hours: string | undefined,
  minutes = '00',
  seconds = '00',
  half: string | undefined,
  zone: string | null,
): ParsedTime | null {
  let hour = Number(hours)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return { value: `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`, zone }
}
