// Names and a template go together when most of each has its like in the other.
import { describe, expect, it } from 'vitest'
import { contactList } from './built-in/contact-list.ts'
import { plainTable } from './built-in/plain-table.ts'
import { salesAnalysis } from './built-in/sales-analysis.ts'
import { isClearMatch, matchNames } from './match-names.ts'

describe('names', () => {
  it('match by header and alias in any language', () => {
    const names = ['Bestellnummer', 'DATUM', 'Kunde', 'Menge', 'Einzelpreis']
    expect(matchNames(names, salesAnalysis)).toMatchObject({ matched: 5, share: 1 })
    expect(isClearMatch(matchNames(names, salesAnalysis), 3)).toBe(true)
    expect(isClearMatch(matchNames(names, contactList), 3)).toBe(false)
  })

  it('that are few, or mostly unknown, do not', () => {
    expect(isClearMatch(matchNames(['Name'], contactList))).toBe(false)
    expect(isClearMatch(matchNames(['Name', 'Phone', 'Weight', 'Colour', 'Age', 'Size'], contactList))).toBe(false)
    expect(isClearMatch(matchNames(['Name', 'Phone'], plainTable))).toBe(false)
    expect(isClearMatch(matchNames([], contactList))).toBe(false)
  })
})
