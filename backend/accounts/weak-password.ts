// Says why a password is too easy to guess, or that it is not.
import { Problem } from '../platform/problem.ts'

/** What is known of its owner: the first things that somebody who knows them tries. */
export type PasswordOwner = { email: string; name: string }

/** What has to be left of a password when the words that anybody would try are taken out of it. */
const leastOwn = 6

let common: Promise<Set<string>> | undefined

/** About 49,000 passwords that people use most. Loaded when the first password is chosen: a start does not wait for it. */
function commonPasswords(): Promise<Set<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']))
  return common
}

const substitutes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}
const undoSubstitutes = (text: string) => text.replaceAll(/[@431!0$57]/g, (mark) => substitutes[mark] ?? mark)

/** Lower case, and the words that are left when digits and signs around them fall away. */
function formsOf(password: string): string[] {
  const lower = password.toLowerCase()
  const core = lower.replaceAll(/^[\P{L}]{1,6}|[\P{L}]{1,6}$/gu, '')
  return [...new Set([lower, core, undoSubstitutes(lower), undoSubstitutes(core)])].filter((form) => form.length > 3)
}

/** `abcabcabc`, `aaaaaaaaaa`: nothing but a beginning of up to a third of it, over and over. */
const repeatedUnit = (text: string) => /^(.{1,12}?)\1+(?=.{0,11}$)/u.exec(text)?.[1]

function isRepeated(password: string, known: Set<string>): boolean {
  const lower = password.toLowerCase()
  const unit = repeatedUnit(lower)
  if (unit === undefined || !lower.startsWith(unit + unit)) return false
  const rest = lower.slice(Math.floor(lower.length / unit.length) * unit.length)
  return unit.startsWith(rest) && (unit.length < leastOwn || known.has(unit))
}

/** `1234567890`, `abcdefghij`, `9876543210`: each character the next or the one before. */
function isSequence(password: string): boolean {
  const codes = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0))
  // From 9 to 0 the row goes on, as on a keyboard.
  const step = (by: number) => steps.filter((value) => value === by || value === -9 * by).length
  return Math.max(step(1), step(-1), step(0)) >= steps.length - 1
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)

function isOfOwner(password: string, { email, name }: PasswordOwner): boolean {
  const words = ['tablewright', ...wordsOf(email), ...wordsOf(name)].sort((a, b) => b.length - a.length)
  const plain = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const left = words.reduce((text, word) => text.replaceAll(word, ''), plain)
  return left.length < plain.length && left.length < leastOwn
}

/** Throws `Problem('password_weak')` that says why. */
export async function demandStrongPassword(password: string, owner: PasswordOwner): Promise<void> {
  const known = await commonPasswords()
  const why =
    (formsOf(password).some((form) => known.has(form)) && 'It is, or nearly is, one of those that most people use.') ||
    ((isRepeated(password, known) || isSequence(password)) && 'It is a pattern that is tried first.') ||
    (isOfOwner(password, owner) && 'It is made of the e-mail, the name or the product’s name.')
  if (why)
    throw new Problem(
      'password_weak',
      `${why} Choose another: four words that have nothing to do with each other are good.`,
    )
}
