// Reads the price table from a setting: JSON itself, or the path of a file that holds it.
import { readFileSync } from 'node:fs'
import { ModelPrices } from './price.ts'

/** Null when `setting` is neither. */
export const readPrices = (setting: string): ModelPrices | null => {
  try {
    const json = setting.trimStart().startsWith('{') ? setting : readFileSync(setting, 'utf8')
    return ModelPrices.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
