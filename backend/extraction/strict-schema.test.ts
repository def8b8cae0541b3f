// The schema of write_table keeps the rules of strict mode, and templates that cannot are named before they are used.
import { describe, expect, it } from 'vitest'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { formSize, strictFault, strictLimits } from '../../shared/template/strict-limits.ts'
import type { Template } from '../../shared/template/template.ts'
import { toolsFor } from './tools.ts'

const wide = (columns: number, name = 'c'): Template => ({
  ...builtInTemplates[0]!,
  layout: {
    ...builtInTemplates[0]!.layout,
    columns: Array.from({ length: columns }, (_, index) => ({
      key: `${name}${index}`,
      header: `Column ${index}`,
      type: 'text' as const,
      aliases: [],
      required: false,
      unique: false,
    })),
  },
})

/** Breaches of strict mode: an object with optional or unnamed members, or a keyword that it does not know. */
const faults = (schema: unknown, path = '$'): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap((inner, index) => faults(inner, `${path}[${index}]`))
  const found: string[] = []
  const at = schema as Record<string, unknown>
  const known = ['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'anyOf', 'description']
  for (const key of Object.keys(at)) if (!known.includes(key)) found.push(`${path}.${key}`)
  if (at.type === 'object') {
    const names = Object.keys((at.properties ?? {}) as object)
    if (at.additionalProperties !== false || JSON.stringify(at.required) !== JSON.stringify(names)) found.push(path)
  }
  for (const [name, inner] of Object.entries((at.properties ?? {}) as object))
    found.push(...faults(inner, `${path}.${name}`))
  return [...found, ...faults(at.items, `${path}[]`), ...faults(at.anyOf, `${path}?`)]
}

describe('the tools', () => {
  it.each([null, ...builtInTemplates, wide(900)])('keep the rules of strict mode (%#)', (template) => {
    expect(toolsFor(template).flatMap(({ name, parameters }) => faults(parameters, name))).toEqual([])
  })
})

type Size = { properties: number; levels: number; characters: number; listedValues: number }

/** What a schema takes of the limits of strict mode. */
const measure = (schema: unknown, level = 1): Size => {
  const size: Size = { properties: 0, levels: level, characters: 0, listedValues: 0 }
  if (typeof schema !== 'object' || schema === null) return size
  const at = schema as Record<string, unknown>
  const add = (inner: unknown, deeper: number) => {
    const more = measure(inner, deeper)
    size.properties += more.properties
    size.levels = Math.max(size.levels, more.levels)
    size.characters += more.characters
    size.listedValues += more.listedValues
  }
  for (const [name, inner] of Object.entries((at.properties ?? {}) as object)) {
    size.properties += 1
    size.characters += name.length
    add(inner, level + 1)
  }
  if (at.items) add(at.items, level + 1)
  for (const inner of (at.anyOf ?? []) as unknown[]) add(inner, level)
  for (const value of (at.enum ?? []) as unknown[]) {
    size.listedValues += 1
    size.characters += String(value).length
  }
  return size
}

describe('the form of a template', () => {
  it.each([...builtInTemplates.filter(({ layout }) => layout.columns.length > 0), wide(1000)])(
    'is no larger than was reckoned (%#)',
    (template) => {
      const size = measure(toolsFor(template).find(({ name }) => name === 'write_table')?.parameters)
      const reckoned = formSize(template.layout)
      expect(size.properties).toBeGreaterThan(template.layout.columns.length)
      expect(size.properties).toBeLessThanOrEqual(reckoned.properties)
      expect(size.characters).toBeLessThanOrEqual(reckoned.characters)
      expect(size.levels).toBeLessThanOrEqual(strictLimits.levels)
      expect(size.listedValues).toBeLessThanOrEqual(strictLimits.listedValues)
    },
  )
})

describe('a template', () => {
  it('that strict mode can carry is fine', () => {
    for (const template of [...builtInTemplates, wide(1000)]) expect(strictFault(template)).toBeNull()
  })

  it('that it cannot carry is named, and the free schema is used', () => {
    const template = wide(1000, 'a_very_long_key_'.repeat(10))
    expect(strictFault(template)).toContain('1,000 columns')
    expect(JSON.stringify(toolsFor(template))).not.toContain('a_very_long_key_')
  })

  it('with a key twice is named', () => {
    const template = wide(2)
    template.layout.columns[1]!.key = template.layout.columns[0]!.key
    expect(strictFault(template)).toContain('same key')
  })
})
