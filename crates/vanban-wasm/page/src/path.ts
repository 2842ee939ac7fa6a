// A place in a record, as the library writes it: `session.present`, `rows[3].note`.

import type { Group, Value } from './shapes.ts'

export type Path = readonly (string | number)[]

export const written = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')

export const read = (path: string): Path =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) => (index === undefined ? (name ?? '') : Number(index)))

export function at(record: Value | undefined, path: Path): Value | undefined {
  let value: Value | undefined = record
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined
    value = Array.isArray(value) ? value[Number(step)] : value[String(step)]
  }
  return value
}

// Puts a value at a place, with the parts above it; `undefined` empties the place.
export function put(record: Group, path: Path, value: Value | undefined): void {
  let inside: Value = record
  path.slice(0, -1).forEach((step, index) => {
    let next = at(inside, [step])
    if (next === null || typeof next !== 'object') {
      next = typeof path[index + 1] === 'number' ? [] : {}
      set(inside, step, next)
    }
    inside = next
  })
  const last = path.at(-1)
  if (last !== undefined) set(inside, last, value)
}

// Takes out what is kept for the rows of a list, and for what stands in them.
export function forget(kept: Map<string, unknown>, list: Path): void {
  const rows = `${written(list)}[`
  for (const place of [...kept.keys()]) if (place.startsWith(rows)) kept.delete(place)
}

function set(inside: Value, step: string | number, value: Value | undefined): void {
  if (Array.isArray(inside)) {
    // Its row is still on the screen, and those behind it must not move.
    const index = Number(step)
    inside[index] = value ?? (Array.isArray(inside[index]) ? [] : '')
  } else if (inside !== null && typeof inside === 'object') {
    // The last entry of a group tells which of several things the group is.
    const isLast = Object.keys(inside).every((name) => name === step)
    if (value !== undefined || isLast) inside[String(step)] = value ?? ''
    else delete inside[String(step)]
  }
}
