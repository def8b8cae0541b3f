// Measures grounding on values as a text writes them, none of them typed: digits changed, cut and swapped as letters.
import type { Span } from '../../evidence.ts'
import type { ColumnType } from '../../table.ts'
import type { Random } from '../random.ts'
import type { GroundingCase } from './grounding.ts'
import { mayState } from './stated.ts'

type Ground = (value: string, type: ColumnType, options?: { near?: Span[] }) => Span | null

/** What became of a value: whether it was flagged, and which it was. */
export type TextVerdict = { flagged: boolean; told: string }

const digits = (text: string): number[] => [...text].flatMap((sign, at) => (/\p{Nd}/u.test(sign) ? [at] : []))

/** What the text says in the first place of a cell; null where it says nothing. */
const saidAt = (material: GroundingCase, row: number, column: number): string | null => {
  const place = material.places[row]![column]![0]
  return place ? material.text.slice(place.start, place.end) : null
}

/** One digit is another, is lost or is doubled. */
function falsify(said: string, random: Random): string {
  const signs = [...said]
  const at = random.pick(digits(said))
  const other = String.fromCodePoint(signs[at]!.codePointAt(0)! + (/[9٩۹९９]/.test(signs[at]!) ? -1 : 1))
  return random.pick([signs.with(at, other), signs.toSpliced(at, 1), signs.toSpliced(at, 0, signs[at]!)]).join('')
}

/** Cells as they are written: true ones, ones with a wrong digit, and ones of another row. */
export function scoreText(
  material: GroundingCase,
  row: number,
  partnerOf: (column: number) => number | null,
  ground: Ground,
  random: Random,
): Record<'true' | 'corrupted' | 'swapped', TextVerdict[]> {
  const found = { true: [] as TextVerdict[], corrupted: [] as TextVerdict[], swapped: [] as TextVerdict[] }
  const written = material.columns.map((_, column) => saidAt(material, row, column))
  const own = written.map((said) => (said === null ? null : ground(said, 'text')))
  for (const [column, said] of written.entries()) {
    if (said === null) continue
    const near = own.flatMap((span, at) => (at === column || span === null ? [] : [span]))
    found.true.push({ flagged: ground(said, 'text', { near }) === null, told: said })
    if (digits(said).length > 0) {
      const wrong = falsify(said, random)
      if (digits(wrong).length > 0 && !mayState(material.text, wrong, 'text'))
        found.corrupted.push({ flagged: ground(wrong, 'text') === null, told: `${wrong} for ${said}` })
    }
    const partner = partnerOf(column)
    const taken = partner === null ? null : saidAt(material, partner, column)
    if (taken !== null)
      found.swapped.push({ flagged: ground(taken, 'text', { near }) === null, told: `${taken} for ${said}` })
  }
  return found
}
