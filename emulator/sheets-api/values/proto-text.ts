// JSON values in the text form of protocol buffers, in which Google's errors quote them.

/** `list_value {…}` or `struct_value {…}` for what cannot stand in a cell. */
export function protoText(value: unknown): string {
  return `${text(value, '').replace(' {', ' \t {')}`
}

function text(value: unknown, indent: string): string {
  const inner = `${indent}  `
  if (value === null) return `${indent}null_value: NULL_VALUE\n`
  if (typeof value === 'number') return `${indent}number_value: ${Number.isInteger(value) ? `${value}.0` : value}\n`
  if (typeof value === 'boolean') return `${indent}bool_value: ${value}\n`
  if (typeof value === 'string') return `${indent}string_value: ${JSON.stringify(value)}\n`
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}values {\n${text(item, `${inner}  `)}${inner}}\n`)
    return `${indent}list_value {\n${items.join('')}${indent}}\n`
  }
  const fields = Object.entries(value as object).map(
    ([key, item]) =>
      `${inner}fields {\n${inner}  key: ${JSON.stringify(key)}\n${inner}  value {\n${text(item, `${inner}    `)}${inner}  }\n${inner}}\n`,
  )
  return `${indent}struct_value {\n${fields.join('')}${indent}}\n`
}
