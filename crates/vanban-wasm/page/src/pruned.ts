// A record as it is sent: without what nobody has filled in. What is left out moves what stands behind it in a list, so
// each place that is sent remembers where it was written.

import type { Path } from './path.ts'
import { read, written } from './path.ts'
import type { Group, Value } from './shapes.ts'

export interface Sent {
  json: string
  // The place in the form of a place in what was sent.
  origin(path: string): string
}

// `isEmpty` tells what else is as good as nothing: the row of a criterion without points.
export function pruned(record: Group, isEmpty: (path: Path, value: Group) => boolean): Sent {
  const moved = new Map<string, string>()
  const kept = group(record, [], [], { moved, isEmpty })
  return { json: JSON.stringify(kept), origin: (path) => origin(read(path), moved) }
}

// A field that was not sent stands in the part that was.
function origin(path: Path, moved: Map<string, string>): string {
  for (let known = path.length; known > 0; known -= 1) {
    const from = moved.get(written(path.slice(0, known)))
    if (from !== undefined) return written([...read(from), ...path.slice(known)])
  }
  return written(path)
}

interface Walk { moved: Map<string, string>; isEmpty(path: Path, value: Group): boolean }

function group(own: Group, from: Path, to: Path, walk: Walk): Group {
  const kept: Group = {}
  for (const [name, value] of Object.entries(own)) {
    const inside = part(value, [...from, name], [...to, name], walk, false)
    if (inside !== undefined) kept[name] = inside
  }
  return kept
}

// A list in a list is the row of a table: there a blank cell keeps its place.
function list(own: Value[], from: Path, to: Path, walk: Walk, isRow: boolean): Value[] {
  const kept: Value[] = []
  own.forEach((value, index) => {
    const [before, now] = [[...from, index], [...to, kept.length]]
    const inside = part(value, before, now, walk, true)
    if (inside !== undefined) kept.push(inside)
    else if (isRow) kept.push('')
  })
  return kept
}

function part(value: Value, from: Path, to: Path, walk: Walk, inList: boolean): Value | undefined {
  walk.moved.set(written(to), written(from))
  if (Array.isArray(value)) {
    const kept = list(value, from, to, walk, inList)
    // A list that was given empty says that there is nothing.
    return kept.length > 0 || value.length === 0 ? kept : undefined
  }
  if (value !== null && typeof value === 'object') {
    if (walk.isEmpty(from, value)) return undefined
    const kept = group(value, from, to, walk)
    return Object.keys(kept).length > 0 ? kept : undefined
  }
  return value === '' || value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value
}
