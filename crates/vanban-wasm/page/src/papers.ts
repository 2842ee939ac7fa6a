// The papers that are worked at: each as it was written, and the one that it follows from. Another one that is begun takes
// none of them away.

import { pruned } from './pruned.ts'
import type { Group } from './shapes.ts'

export interface Paper { id: number; record: Group; from: number | null }

// What every paper of an office says of it: it is typed once.
const OFFICE = ['issuer', 'place']

const isBegun = ({ record }: Paper): boolean => Object.keys(record).some((name) => name !== 'kind' && !OFFICE.includes(name))

// What tells papers of a kind apart: the first of these that one has.
const NAMES = ['subject', 'period', 'held', 'date']

export function nameOf({ record }: Paper): string {
  const known = NAMES.map((name) => record[name]).find((value) => value !== undefined && value !== null && value !== '')
  if (known === undefined || known === null) return ''
  return (typeof known === 'object' ? Object.values(known).filter((part) => typeof part !== 'object').join('/') : String(known)).slice(0, 60)
}

export class Papers {
  all: Paper[] = []
  at: Paper | undefined
  // When each was worked at last, the latest one behind.
  #used: number[] = []
  // Papers of kinds that nobody knows: their forms may come.
  #waiting: Paper[] = []
  // Each as it was sent last.
  #sent = new Map<number, string>()

  // Takes what was kept; whether there is a paper in it of a kind that is known. The others wait for their forms.
  restore(kept: Paper[], at: number, isKnown: (paper: Paper) => boolean): boolean {
    this.all = kept.filter(isKnown)
    this.#waiting = kept.filter((paper) => !isKnown(paper))
    this.at = this.find(at) ?? this.all.at(-1)
    this.#used = []
    return this.at !== undefined
  }

  // All that is to be kept.
  get kept(): Paper[] {
    return [...this.all, ...this.#waiting]
  }

  // Takes in the papers whose kind is known by now.
  take(isKnown: (paper: Paper) => boolean): void {
    const come = this.#waiting.filter(isKnown)
    this.#waiting = this.#waiting.filter((paper) => !isKnown(paper))
    this.all.push(...come)
  }

  clear(): void {
    this.all = []
    this.#waiting = []
    this.at = undefined
    this.#sent.clear()
  }

  // The paper that is worked at from now on.
  go(paper: Paper): void {
    this.at = paper
    this.#used = [...this.#used.filter((id) => id !== paper.id), paper.id]
  }

  // Takes a paper away; what is worked at then.
  remove(paper: Paper): Paper | undefined {
    this.all = this.all.filter((other) => other !== paper)
    for (const other of this.all) if (other.from === paper.id) other.from = paper.from
    return this.#last(this.all)
  }

  #last(papers: readonly Paper[]): Paper | undefined {
    return [...papers].sort((one, other) => this.#used.indexOf(one.id) - this.#used.indexOf(other.id)).at(-1)
  }

  find(id: number): Paper | undefined {
    return this.all.find((paper) => paper.id === id)
  }

  // Adds a paper; one of which nothing is written yet gives way.
  add(record: Group, from: Paper | undefined): Paper {
    const id = Math.max(0, ...this.kept.map((paper) => paper.id)) + 1
    const paper = { id, record, from: from?.id ?? null }
    this.all = [...this.all.filter(isBegun), paper]
    return paper
  }

  // The paper of a kind that was worked at last.
  ofKind(kind: string): Paper | undefined {
    return this.#last(this.all.filter((paper) => paper.record['kind'] === kind && isBegun(paper)))
  }

  // A new record of a kind, with what the paper that is worked at says of the office.
  fresh(kind: string): Group {
    const before = this.at?.record ?? {}
    const fresh: Group = { kind }
    for (const name of OFFICE) if (before[name] !== undefined) fresh[name] = structuredClone(before[name])
    return fresh
  }

  // Notes how the paper that is worked at was sent.
  sent(json: string): void {
    if (this.at) this.#sent.set(this.at.id, json)
  }

  // The papers that it follows from and itself, the first one first.
  chain(): string[] {
    const chain: string[] = []
    for (let paper = this.at; paper; paper = paper.from === null ? undefined : this.find(paper.from)) {
      chain.unshift(this.#sent.get(paper.id) ?? pruned(paper.record, () => false).json)
    }
    return chain
  }
}
