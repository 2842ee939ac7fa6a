// The types of records, from the schemas of their kinds.

import { compile } from 'json-schema-to-typescript'

const BANNER = '// Made from the JSON Schemas of the kinds.'
// What the package calls otherwise; a record's part of that name would be hidden.
const TAKEN = ['AnyRecord', 'Bytes', 'Document', 'Format', 'Invalid', 'Problem', 'RecordInput', 'Renderer', 'RendererOptions', 'TableCell']

/** The declarations of all kinds, of their parts, and of `AnyRecord`. */
export async function types(schemas) {
  const parts = {}
  const add = (name, schema) => {
    const known = parts[name]
    if (TAKEN.includes(name)) throw new Error(`${name} has two meanings`)
    if (known !== undefined && JSON.stringify(bare(known)) !== JSON.stringify(bare(schema))) throw new Error(`${name} has two shapes`)
    parts[name] ??= schema
  }
  const kinds = new Set(schemas.map((schema) => pascal(schema.properties.kind.const)))
  const called = (part) => kinds.has(part) ? `${part}Part` : part
  for (const { $schema: _, $defs, ...schema } of schemas) {
    add(pascal(schema.properties.kind.const), referring(schema, called))
    for (const [part, shape] of Object.entries($defs ?? {})) add(called(part), referring(shape, called))
  }
  const any = { oneOf: [...kinds].map((name) => ({ $ref: `#/$defs/${name}` })), $defs: mapped(parts, described) }
  return compile(any, 'AnyRecord', {
    additionalProperties: false, bannerComment: BANNER, ignoreMinAndMaxItems: true, unreachableDefinitions: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}

const pascal = (name) => name.replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase())
const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))

// A schema with other names for the parts that it refers to.
function referring(schema, called) {
  if (Array.isArray(schema)) return schema.map((one) => referring(one, called))
  if (schema === null || typeof schema !== 'object') return schema
  if (typeof schema.$ref === 'string') return { ...schema, $ref: schema.$ref.replace(/[^/]+$/, called) }
  return mapped(schema, (value) => referring(value, called))
}

// A schema whose Vietnamese title stands in its comment: as a title it would name a type. (A property `title` is an object.)
function described(schema) {
  if (Array.isArray(schema)) return schema.map(described)
  if (schema === null || typeof schema !== 'object') return schema
  const { title, description, ...rest } = schema
  const said = [title, description].filter((text) => typeof text === 'string').join(': ')
  const own = typeof title === 'object' ? { title } : {}
  if (typeof description === 'object') own.description = description
  const inner = mapped({ ...own, ...rest }, described)
  // Beside what it refers to, a comment would make a type of its own.
  if (said) return inner.$ref ? { description: said, allOf: [inner] } : { description: said, ...inner }
  return inner
}

// A schema without what is only said of its fields.
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare)
  if (schema === null || typeof schema !== 'object') return schema
  const said = (name, value) => ['title', 'description'].includes(name) && typeof value === 'string'
  return Object.fromEntries(Object.entries(schema).filter(([name, value]) => !said(name, value)).map(([name, value]) => [name, bare(value)]))
}
