// Says whether a value keeps a rule that the sheet has for its cell already, and if not, in words, why.
import { isoDate } from '../table/compute/serial.ts'
import type { SheetValue } from './place.ts'
import { type Comparison, type Demand, heldAs } from './place-rule.ts'

const listed = 3

const comparisons: Record<
  Comparison,
  { holds: (value: number, first: number, last: number) => boolean; says: string }
> = {
  greater: { holds: (value, first) => value > first, says: 'above' },
  at_least: { holds: (value, first) => value >= first, says: 'from' },
  less: { holds: (value, first) => value < first, says: 'below' },
  at_most: { holds: (value, first) => value <= first, says: 'up to' },
  equals: { holds: (value, first) => value === first, says: 'equal to' },
  not_equals: { holds: (value, first) => value !== first, says: 'other than' },
  between: { holds: (value, first, last) => value >= first && value <= last, says: 'between' },
  not_between: { holds: (value, first, last) => value < first || value > last, says: 'not between' },
}

/** What is doubtful is rather shown. */
const looks = {
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/,
  url: /^(?:(?:https?|ftp):\/\/)?[^\s/]+\.[^\s/]{2,}(?:\/\S*)?$/i,
}

const texts = { contains: 'with', not_contains: 'without', equals: 'that is' }

function keepsText(value: SheetValue, test: keyof typeof texts, wanted: string): boolean {
  const [text, part] = [heldAs(value).toLowerCase(), wanted.toLowerCase()]
  if (test === 'equals') return text === part
  return text.includes(part) === (test === 'contains')
}

function keeps(value: SheetValue, demand: Demand): boolean {
  switch (demand.kind) {
    case 'list':
      return demand.values.includes(heldAs(value))
    case 'checkbox':
      // A text that reads like a state is none.
      return demand.states.includes(heldAs(value)) && (typeof value !== 'string' || !/^(TRUE|FALSE)$/.test(value))
    case 'email':
    case 'url':
      return looks[demand.kind].test(heldAs(value))
    case 'text':
      return keepsText(value, demand.test, demand.text)
    case 'day':
      return typeof value === 'number'
    case 'number':
    case 'date': {
      const [first = 0, last = first] = demand.values
      return typeof value === 'number' && comparisons[demand.test].holds(value, first, last)
    }
    case 'unknown':
      return true
  }
}

function inWords(demand: Demand): string {
  switch (demand.kind) {
    case 'list':
      return `one of ${demand.values.slice(0, listed).join(', ')}${demand.values.length > listed ? ', …' : ''}`
    case 'checkbox':
      return demand.states.join(' or ')
    case 'email':
      return 'an e-mail address'
    case 'url':
      return 'a web address'
    case 'text':
      return `a text ${texts[demand.test]} “${demand.text}”`
    case 'day':
      return 'a date'
    case 'number':
    case 'date': {
      const show = (value: number) => (demand.kind === 'date' ? (isoDate(value) ?? String(value)) : String(value))
      return `a ${demand.kind} ${comparisons[demand.test].says} ${demand.values.map(show).join(' and ')}`
    }
    case 'unknown':
      return demand.says
  }
}

/**
 * Why a value breaks a rule of the sheet, as the part of a sentence that follows it; null when it keeps it, also when that
 * cannot be told. Nothing breaks a rule that is empty.
 */
export function placeFault(value: SheetValue, demand: Demand): string | null {
  if (value === null || value === '' || keeps(value, demand)) return null
  return `is not what the sheet takes there: ${inWords(demand)}`
}
