// What chardet's statistics say about a sample. Only its pure parts are taken: its own door brings in node:fs.
import * as wide from 'chardet/lib/encoding/mbcs.js'
import * as narrow from 'chardet/lib/encoding/sbcs.js'

/** The most that a vote counts, in natural logarithms. */
const weight = 4

const recognisers = [
  new wide.sjis(),
  new wide.big5(),
  new wide.euc_jp(),
  new wide.euc_kr(),
  new wide.gb_18030(),
  new narrow.ISO_8859_1(),
  new narrow.ISO_8859_2(),
  new narrow.ISO_8859_5(),
  new narrow.ISO_8859_6(),
  new narrow.ISO_8859_7(),
  new narrow.ISO_8859_8(),
  new narrow.ISO_8859_9(),
  new narrow.windows_1251(),
  new narrow.windows_1256(),
  new narrow.windows_874(),
  new narrow.KOI8_R(),
]

/** The names that stand for more than one of ours. */
const families: Record<string, string[]> = {
  'ISO-8859-1': ['windows-1252', 'iso-8859-15'],
  'windows-1252': ['windows-1252', 'iso-8859-15'],
  'ISO-8859-2': ['iso-8859-2', 'windows-1250'],
  'windows-1250': ['iso-8859-2', 'windows-1250'],
  'ISO-8859-7': ['iso-8859-7', 'windows-1253'],
  'ISO-8859-8': ['iso-8859-8', 'windows-1255'],
  'ISO-8859-9': ['windows-1254'],
  'KOI8-R': ['koi8-u'],
}

/** How much chardet speaks for each encoding, in natural logarithms, 0 to 4. */
export function chardetVotes(sample: Uint8Array): Map<string, number> {
  const byteStats = new Array<number>(256).fill(0)
  for (const byte of sample) byteStats[byte]!++
  const c1Bytes = byteStats.slice(0x80, 0xa0).some((count) => count > 0)
  const size = { rawLen: sample.length, inputLen: sample.length }
  const context = { byteStats, c1Bytes, rawInput: sample, inputBytes: sample, ...size }
  const votes = new Map<string, number>()
  for (const recogniser of recognisers) {
    const match = recogniser.match(context)
    if (!match) continue
    for (const name of families[match.name] ?? [match.name.toLowerCase()]) {
      votes.set(name, Math.max(votes.get(name) ?? 0, (weight * Math.min(match.confidence, 100)) / 100))
    }
  }
  return votes
}
