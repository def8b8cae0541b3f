// Field masks of updates: read into a tree, and applied to JSON objects.

import type { Json, JsonObject } from '../../workbook/sheet-objects.ts'
import { badRequest } from '../api-error.ts'
import { twinName } from './color.ts'

/** Which fields are meant; `true` is a whole field, the star included. */
export type Mask = true | Map<string, Mask>

/** Reads `a,b.c,d(e,f/g)`; names may be written with underscores. Throws Google's error when there is none. */
export function readMask(text: string | null | undefined): Mask {
  if (!text?.trim())
    throw badRequest("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
  const tokens = text.match(/[^,().\s/]+|[,()./]/g) ?? []
  let at = 0
  const list = (): Mask => {
    const root = new Map<string, Mask>()
    let whole = false
    for (;;) {
      const name = tokens[at++]
      if (name === undefined || /^[,()./]$/.test(name)) throw badRequest(`Invalid field mask: ${text}`)
      const inner = below()
      if (name === '*') whole = true
      else join(root, fieldName(name), inner)
      if (tokens[at] !== ',') return whole ? true : root
      at += 1
    }
  }
  /** What follows a name: a path, a list in brackets, or nothing. */
  const below = (): Mask => {
    const after = tokens[at]
    if (after !== '.' && after !== '/' && after !== '(') return true
    at += 1
    if (after !== '(') return path()
    const inner = list()
    at += 1
    return inner
  }
  const path = (): Mask => {
    const name = tokens[at++]
    if (name === undefined || /^[,()./]$/.test(name)) throw badRequest(`Invalid field mask: ${text}`)
    if (name === '*') return true
    return new Map([[fieldName(name), below()]])
  }
  return list()
}

/** In camel case; a plain colour stands for its style, which is what is kept. */
function fieldName(name: string): string {
  const camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return twinName(camel) ?? camel
}

function join(root: Map<string, Mask>, name: string, inner: Mask): void {
  const known = root.get(name)
  if (known instanceof Map && inner instanceof Map) for (const [key, value] of inner) join(known, key, value)
  else root.set(name, known === true ? true : inner)
}

/** The mask of one field; false where the mask leaves it out. */
export function fieldOf(mask: Mask, name: string): Mask | false {
  return mask === true ? true : (mask.get(name) ?? false)
}

/** Throws Google's error when the mask names a field that an update of this kind cannot change. */
export function demandFields(mask: Mask, known: string[]): void {
  if (mask === true) return
  for (const name of mask.keys()) if (!known.includes(name)) throw badRequest(`Invalid field: ${name}`)
}

/** `target` with the masked fields as in `source`; one that `source` lacks is taken out. */
export function applyMask(target: JsonObject | undefined, source: JsonObject | undefined, mask: Mask): JsonObject {
  if (mask === true) return source ?? {}
  const result: JsonObject = { ...target }
  for (const [name, inner] of mask) {
    const [before, after] = [result[name], source?.[name]]
    if (inner === true) {
      if (after === undefined) delete result[name]
      else result[name] = after
      continue
    }
    const merged = applyMask(asObject(before), asObject(after), inner)
    if (Object.keys(merged).length === 0) delete result[name]
    else result[name] = merged
  }
  return result
}

function asObject(value: Json | undefined): JsonObject | undefined {
  return value && typeof value === 'object' && !Array.isArray(value) ? value : undefined
}
