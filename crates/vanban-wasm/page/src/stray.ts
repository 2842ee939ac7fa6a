// Points that no field of the table holds: of criteria and of columns that the form had before another criteria set,
// another session or another scorer was chosen. They may be wanted again, so only who asks for it loses them.

import type { Path } from './path.ts'
import { at } from './path.ts'
import type { Field, Scores, Value } from './shapes.ts'
import { words } from './words.ts'

export interface Stray {
  // What there is of them, a sentence for each reason, and what they are together.
  said: string[]
  whole: string
  // Their places in the list of points.
  places: Path[]
  // The list without them.
  rest: Value[]
}

interface Count { points: number; notes: number }

// Of a list whose first rows are those of the table, in its order.
export function stray(rows: Value[], scores: Scores, fields: Field[]): Stray {
  const points = fields.filter((field) => field.shape.is === 'number')
  const gone = points.filter((field) => !scores.columns.includes(field.name))
  const shown = points.filter((field) => scores.columns.includes(field.name))
  const rest = rows.slice(0, scores.rows.length).map((row) => structuredClone(row))
  const [said, places]: [string[], Path[]] = [[], []]
  const whole = none()
  const tell = (sentence: (what: string) => string, count: Count): void => {
    if (count.points + count.notes === 0) return
    said.push(sentence(words.counted(count.points, count.notes)))
    whole.points += count.points
    whole.notes += count.notes
  }
  // Points of rows that stay, without a field for them.
  const take = (field: Field, isTaken: (row: Value, index: number) => boolean): Count => {
    const count = none()
    rest.forEach((row, index) => {
      if (!isWritten(at(row, [field.name])) || !isTaken(row, index)) return
      if (row !== null && typeof row === 'object' && !Array.isArray(row)) delete row[field.name]
      places.push([index, field.name])
      count.points += 1
    })
    return count
  }

  const [unknown, twice] = [none(), none()]
  rows.slice(rest.length).forEach((row, index) => {
    places.push([rest.length + index])
    const id = at(row, [scores.key])
    add(scores.rows.some((own) => own.id === id) ? twice : unknown, row, scores.key, points)
  })
  tell(words.strayRows, unknown)
  tell(words.strayTwice, twice)
  for (const field of gone) tell((what) => words.strayColumn(what, field.term), take(field, () => true))
  const uncounted = none()
  for (const field of shown) {
    // A nought is what such a criterion has anyway.
    const isTaken = (row: Value, index: number): boolean => scores.rows[index]?.counted === false && Number(at(row, [field.name])) !== 0
    uncounted.points += take(field, isTaken).points
  }
  tell(words.strayUncounted, uncounted)
  return { said, whole: words.counted(whole.points, whole.notes), places, rest }
}

const none = (): Count => ({ points: 0, notes: 0 })

const isWritten = (value: Value | undefined): boolean => value !== undefined && value !== null && value !== ''

// What a row holds beside its criterion; a row of which nothing is known counts as one note.
function add(count: Count, row: Value, key: string, points: Field[]): void {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return void (count.notes += 1)
  for (const [name, value] of Object.entries(row)) {
    if (name === key || !isWritten(value)) continue
    if (points.some((field) => field.name === name)) count.points += 1
    else count.notes += 1
  }
}
