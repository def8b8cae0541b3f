// Colours between `#rrggbb` and Google's fractions of 32 bits, and the pair of fields every colour is answered in.
import type { Json, JsonObject } from '../../workbook/sheet-objects.ts'
import type { Workbook } from '../../workbook/workbook.ts'

type Fractions = { red?: number | null; green?: number | null; blue?: number | null }
type Style = { rgbColor?: Fractions | null; themeColor?: string | null }
/** A colour as the workbook keeps it. */
export type Color = { hex: string; theme?: string }

/** The shortest decimal that reads back as the same 32-bit number, as Google writes its floats. */
export function shortFloat(value: number): number {
  const single = Math.fround(value)
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(single.toPrecision(digits))
    if (Math.fround(text) === single) return text
  }
  return Number(single.toPrecision(9))
}

/** Google keeps eight bits of each part, rounded down: 0.5 reads back as 0.49803922. */
export function hexOf(color: Fractions): string {
  const parts = [color.red, color.green, color.blue].map((part) => {
    const bits = Math.floor(Math.fround(Math.fround(part ?? 0) * 255))
    return Math.max(0, Math.min(255, bits)).toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** Parts that are zero are left out. */
export function fractionsOf(hex: string): { red?: number; green?: number; blue?: number } {
  const [red, green, blue] = [1, 3, 5].map((at) => shortFloat(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return { ...(red ? { red } : {}), ...(green ? { green } : {}), ...(blue ? { blue } : {}) }
}

/** The style of a colour as the workbook keeps it; undefined when it states none. */
export function readColorStyle(workbook: Workbook, style: Style | null | undefined): Color | undefined {
  const theme = style?.themeColor
  if (theme) return { hex: workbook.theme.colors[theme] ?? '#000000', theme }
  return style?.rgbColor ? { hex: hexOf(style.rgbColor) } : undefined
}

/** The style to answer; the theme colour only while it still is the colour. */
export function colorStyle(
  workbook: Workbook,
  hex: string,
  theme?: string,
): { rgbColor?: JsonObject; themeColor?: string } {
  if (theme && workbook.theme.colors[theme] === hex) return { themeColor: theme }
  return { rgbColor: fractionsOf(hex) }
}

/** The name of the field with the style of a plain colour's field; null for any other name. */
export function twinName(name: string): string | null {
  return /[cC]olor$/.test(name) && name !== 'rgbColor' && name !== 'themeColor' ? `${name}Style` : null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON with each colour once, as its style in eight bits a part, and without nulls. Where both are given the style wins. */
export function foldColors(json: unknown): Json {
  if (Array.isArray(json)) return json.map(foldColors)
  if (!isObject(json)) return json as Json
  const folded: JsonObject = {}
  for (const [key, value] of Object.entries(json)) {
    if (value === null || value === undefined) continue
    const twin = twinName(key)
    if (twin && isObject(value)) {
      if (!isObject(json[twin])) folded[twin] = { rgbColor: fractionsOf(hexOf(value)) }
    } else if (key === 'rgbColor' && isObject(value)) folded[key] = fractionsOf(hexOf(value))
    else folded[key] = foldColors(value)
  }
  return folded
}

/** The same as an object; anything else becomes an empty one. */
export function foldedObject(json: unknown): JsonObject {
  const folded = foldColors(json ?? {})
  return isObject(folded) ? (folded as JsonObject) : {}
}

/** JSON with every colour style answered twice, as Google does: as the style and as the plain colour it means. */
export function twinColors<T>(workbook: Workbook, json: T): T {
  if (Array.isArray(json)) return json.map((one) => twinColors(workbook, one)) as T
  if (!isObject(json)) return json
  const twins: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(json)) {
    twins[key] = twinColors(workbook, value)
    if (/[cC]olorStyle$/.test(key) && isObject(value))
      twins[key.slice(0, -'Style'.length)] = fractionsOf(readColorStyle(workbook, value as Style)?.hex ?? '#000000')
  }
  return twins as T
}
