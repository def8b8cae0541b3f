// The schema of write_table keeps the rules of strict mode, and templates that cannot are named before they are used.
import { describe, expect, it } from 'vitest'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import type { Template } from '../../shared/template/template.ts'
import { checkStrictLimits } from './strict-schema.ts'
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

describe('a template', () => {
  it('that strict mode can carry is fine', () => {
    for (const template of [...builtInTemplates, wide(1000)]) expect(checkStrictLimits(template)).toBeNull()
  })

  it('that it cannot carry is named, and the free schema is used', () => {
    const template = wide(1000, 'a_very_long_key_'.repeat(10))
    expect(checkStrictLimits(template)).toContain('1,000 columns')
    expect(JSON.stringify(toolsFor(template))).not.toContain('a_very_long_key_')
  })

  it('with a key twice is named', () => {
    const template = wide(2)
    template.layout.columns[1]!.key = template.layout.columns[0]!.key
    expect(checkStrictLimits(template)).toContain('same key')
  })
})
