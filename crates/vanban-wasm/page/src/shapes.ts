// What the library says of a kind's fields, and of a record: the page knows no more of either.

export type Value = string | number | boolean | null | Value[] | Group
export interface Group { [name: string]: Value }

export interface Kind { name: string; term: string; title: string; variants: [string, string][] }

export interface Field {
  name: string
  term: string
  help: string
  required: boolean
  asked: boolean
  by_hand: boolean
  shape: Shape
}

export type Shape =
  | { is: 'text' }
  | { is: 'number'; step: string | null }
  | { is: 'flag' }
  | { is: 'picture' }
  | { is: 'choice'; values: [string, string][] }
  | { is: 'spelt'; fields: Field[] }
  | { is: 'group'; fields: Field[] }
  | { is: 'one_of'; of: [string, Shape][] }
  | { is: 'list'; items: [string, Shape][] }

export interface Problem {
  code: string
  path: string
  term: string | null
  clause: string
  severity: 'warning' | 'error'
  message: string
  in_form?: string
  remedy: string
}

// What is said of a problem beside its field, without a word of JSON.
export const sentence = (problem: Problem): string => problem.in_form ?? problem.message

// The table of points of a form that is scored.
export interface Scores {
  place: string
  key: string
  columns: string[]
  rows: ScoreRow[]
  standing: string | null
}

export interface ScoreRow {
  id: string
  title: string
  group: string | null
  max: number
  counted: boolean
  points: number | null
  levels: number[]
  step: number
}

export interface Preview {
  problems: Problem[]
  pages: string[]
  scores: Scores | null
}

export interface Saved { name: string; bytes: Uint8Array<ArrayBuffer> }

// A figure as people write it.
export const figure = (value: number): string => String(value).replace('.', ',')
