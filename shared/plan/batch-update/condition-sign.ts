// Tells a conditional format by what it asks and how it looks, whatever way it is written.
import { serialOfDateTime } from '../../table/compute/serial.ts'

type Values = { userEnteredValue?: string; relativeDate?: string }[]
type Color = { rgbColor?: { red?: number; green?: number; blue?: number }; themeColor?: string }
type Point = { colorStyle?: Color; type?: string; value?: string }

/** A rule as it is sent, or as Google answers it. */
export type AnyCondition = {
  booleanRule?: {
    condition?: { type?: string; values?: Values }
    format?: {
      backgroundColorStyle?: Color
      textFormat?: {
        bold?: boolean
        italic?: boolean
        strikethrough?: boolean
        foregroundColorStyle?: Color
      }
    }
  }
  gradientRule?: { minpoint?: Point; midpoint?: Point; maxpoint?: Point }
}

/** Eight bits of each part: Google rounds. */
function colorSign(color: Color | undefined): string | null {
  if (!color) return null
  const { red = 0, green = 0, blue = 0 } = color.rgbColor ?? {}
  return color.themeColor ?? [red, green, blue].map((part) => Math.round(part * 255)).join()
}

/** A number or day by its value; `2026-03-01`, `46082` and, where decimals have commas, `46082,0` are the same. */
function valueSign(text: string): string | number {
  const number =
    serialOfDateTime(text) ?? Number(text.trim() === '' ? Number.NaN : text.replace(/^(-?\d+),(\d+)$/, '$1.$2'))
  return Number.isNaN(number) ? text : number
}

const pointSign = (point: Point | undefined) =>
  point ? [colorSign(point.colorStyle), point.type, valueSign(point.value ?? '')] : null

/** The same text for the same condition with the same look. */
export function conditionSign({ booleanRule, gradientRule }: AnyCondition): string {
  if (gradientRule) {
    const { minpoint, midpoint, maxpoint } = gradientRule
    return JSON.stringify([minpoint, midpoint, maxpoint].map(pointSign))
  }
  const { condition, format } = booleanRule ?? {}
  const { bold, italic, strikethrough, foregroundColorStyle } = format?.textFormat ?? {}
  const values = (condition?.values ?? []).map((each) => each.relativeDate ?? valueSign(each.userEnteredValue ?? ''))
  const looks = [bold, italic, strikethrough].map((each) => each ?? false)
  return JSON.stringify([
    condition?.type,
    values,
    looks,
    colorSign(foregroundColorStyle),
    colorSign(format?.backgroundColorStyle),
  ])
}
