// Fits the weights of the signs that a value stands in a record to the texts of `grounding/`; prints them for `weigh-signs.ts`.
import { findRecords } from '../ground/choose-place.ts'
import { signs, signsOf } from '../ground/read-signs.ts'
import { anchorsOf, landOf, openReader, placesIn, stretchesOf } from '../ground/reader.ts'
import type { GroundingCase, Place } from './grounding/grounding.ts'
import { handTexts } from './grounding/hand.ts'
import { joinTexts } from './grounding/joined.ts'
import { joinedSets } from './grounding/joined-sets.ts'
import { makeTexts } from './grounding/made.ts'
import { reportedTexts } from './grounding/reported.ts'
import { swapPartner } from './grounding/score.ts'
import { stanzaTexts } from './grounding/stanzas.ts'
import { toldTexts } from './grounding/told.ts'
import { type Random, seeded } from './random.ts'

type Example = { signs: number[]; belongs: boolean }

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end

/** The places of a text's values outside of their records, true ones and ones of other rows. */
function examplesOf(material: GroundingCase, random: Random): Example[] {
  const reader = openReader({ id: 'text', text: material.text }, undefined)
  const land = landOf(reader)
  if (!land) return []
  const examples: Example[] = []
  for (const [row, cells] of material.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const near = material.places[row]!.flatMap((own, at) => (at === column || !own[0] ? [] : [own[0]]))
      if (cell === null || near.length === 0) continue
      const anchors = near.map(({ start, end }) => anchorsOf(reader, start, end))
      const own = anchors.map((stretches) => stretches[0]!)
      const partner = swapPartner(material, row, column, random)
      for (const other of partner === null ? [row] : [row, partner]) {
        const value = material.rows[other]![column]!
        const { type, currency } = material.columns[column]!
        const places = stretchesOf(reader, placesIn(reader, value, type, currency))
        for (const record of findRecords(land, anchors, places)) {
          for (const place of places) {
            if (place.last >= record.first && place.first <= record.last) continue
            const stated = material.places[other]![column]!.some((gold) => overlaps(gold, place.place))
            if (stated) examples.push({ signs: signsOf(land, record, place, own), belongs: other === row })
          }
        }
      }
    }
  }
  return examples
}

// Large weights are paid for, so that a rare sign gets none.
const ridge = 2
const rounds = 12

/** Weights by Newton's method; every material counts like the root of its size, and the first sign is the base. */
function regress(materials: Example[][]): number[] {
  const size = signs.length
  const weights = new Array<number>(size).fill(0)
  const total = materials.reduce((sum, examples) => sum + Math.sqrt(examples.length), 0)
  const count = materials.reduce((sum, examples) => sum + examples.length, 0)
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight))
    const bend = weights.map((_, at) => weights.map((_, other) => (at === other ? (at === 0 ? 1e-6 : ridge) : 0)))
    for (const examples of materials) {
      const share = count / total / Math.sqrt(examples.length)
      for (const example of examples) {
        const sum = example.signs.reduce((all, sign, at) => all + sign * weights[at]!, 0)
        const likely = 1 / (1 + Math.exp(-sum))
        for (const [at, sign] of example.signs.entries()) {
          if (sign === 0) continue
          slope[at]! += share * sign * (Number(example.belongs) - likely)
          for (const [other, second] of example.signs.entries())
            bend[at]![other]! += share * sign * second * likely * (1 - likely)
        }
      }
    }
    for (const [at, step] of solve(bend, slope).entries()) weights[at]! += step
  }
  return weights
}

/** The solution of a system of linear equations, by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const [at, row] of rows.entries()) {
    for (const [other, second] of rows.entries()) {
      if (other === at) continue
      const factor = second[at]! / row[at]!
      for (let column = at; column < second.length; column++) second[column]! -= factor * row[column]!
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}

const random = seeded(1)
const materials = [
  joinTexts(joinedSets, 1, 4),
  reportedTexts,
  handTexts,
  toldTexts(1, 12),
  makeTexts(1, 1),
  stanzaTexts(1, 8),
].map((cases) => cases.flatMap((material) => examplesOf(material, random)))
const fitted = regress(materials)
for (const [at, name] of signs.entries()) console.log(`${name.padEnd(40)}${fitted[at]!.toFixed(2).padStart(7)}`)
console.log('The base in use is higher: a true value that is flagged weighs more than a false one that is not.')
