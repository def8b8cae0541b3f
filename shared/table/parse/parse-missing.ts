// Knows the marks that people and programs write where there is no value.

const marks = new Set(
  '- -- --- – — ― . .. ... … ? ?? ??? * ** / \\ na nan null none nil n/a n.a. n.a #n/a #na n/d n.d. nd s/d s.d. b.d. k.a. k. a. k.a n.v. н/д nv undefined missing #null! #value! #ref! #div/0! #name? #num! <na> nat \\n (null) [null] (none) -nan 无 無 なし 없음 未定'.split(
    ' ',
  ),
)
for (const spaced of ['k. a.', 'n. a.', 's. d.', 'not available', 'no data', 'keine angabe', 'нет данных'])
  marks.add(spaced)
for (const letter of ['k.', 'a.']) marks.delete(letter)

/** Every mark in lower case. */
export const missingMarks: string[] = [...marks]

// Most cells begin with something else, which is quicker to see than a whole cell to look up.
const firsts = new Set<number>()
for (const mark of marks) for (const form of [mark, mark.toUpperCase()]) firsts.add(form.charCodeAt(0))

/** Whether a trimmed cell says that there is no value. */
export function isMissing(cell: string): boolean {
  return cell.length <= 14 && firsts.has(cell.charCodeAt(0)) && marks.has(cell.toLowerCase())
}
