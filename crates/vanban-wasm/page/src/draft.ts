// What was written stays in the browser until it is cleared. Of two pages that are open at a time the first one keeps it.

import type { Paper } from './papers.ts'

export interface Draft {
  papers: Paper[]
  at: number
  open: string[]
  scroll: number
  zoom: number
  saved: string
}

const KEY = 'vanban.draft'
// Which page keeps the draft, and when it was last there. Of pages from a disk no other way to hear of each other works.
const HERE = 'vanban.here'
const SOON = 300
const BEAT = 2_000
// A page that nobody looks at is woken once a minute.
const GONE = 75_000

export type State = 'kept' | 'refused' | 'too large' | 'elsewhere'

export class Drafts {
  #timer: number | undefined
  #own = String(Math.random())
  #isElsewhere = false
  #keeps = false
  // The draft as this page knows it.
  #known: string | null = null
  #make: () => Draft
  onstate: (state: State, saved: string) => void = () => {}

  constructor(make: () => Draft) {
    this.#make = make
    addEventListener('pagehide', () => {
      this.#save()
      if (!this.#isElsewhere) forget(HERE)
    })
    setInterval(() => this.#beat(), BEAT)
  }

  // Looks whether another page keeps the draft: that is told.
  begin(): void {
    this.#known = get(KEY)
    this.#beat()
    if (this.#isElsewhere) this.onstate('elsewhere', '')
    else if (this.read()) this.#claim()
  }

  get isElsewhere(): boolean {
    return this.#isElsewhere
  }

  #beat(): void {
    const [other, time] = (get(HERE) ?? '').split(' ')
    const isOther = other !== undefined && other !== '' && other !== this.#own && Date.now() - Number(time) < GONE
    const [was, draft] = [this.#isElsewhere, get(KEY)]
    // Where the other page is gone, what it wrote since is not written over.
    this.#isElsewhere = isOther || (was && draft !== null && draft !== this.#known)
    if (this.#isElsewhere || !this.#keeps) return
    put(HERE, `${this.#own} ${Date.now()}`)
    if (was) this.#save()
  }

  // From now on this page keeps the draft, and others hear of it.
  #claim(): void {
    if (this.#keeps) return
    this.#keeps = true
    this.#beat()
  }

  read(): Draft | undefined {
    try {
      const draft = JSON.parse(get(KEY) ?? '') as Draft
      // Nobody knows what an older page kept.
      const isPaper = ({ id, record }: Paper): boolean => typeof id === 'number' && typeof record['kind'] === 'string'
      return draft.papers.every(isPaper) && Array.isArray(draft.open) ? draft : undefined
    } catch {
      return undefined
    }
  }

  // Soon, so that somebody who types is not held up.
  keep(): void {
    this.#claim()
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#save(), SOON)
  }

  #save(): void {
    clearTimeout(this.#timer)
    if (this.#isElsewhere) return this.onstate('elsewhere', '')
    const draft = this.#make()
    if (draft.papers.length === 0) return
    this.#known = JSON.stringify(draft)
    const state = put(KEY, this.#known)
    this.onstate(state, draft.saved)
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#keeps = false
    if (!this.#isElsewhere) for (const key of [KEY, HERE]) forget(key)
  }
}

function get(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

function put(key: string, text: string): State {
  try {
    localStorage.setItem(key, text)
    return 'kept'
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'too large' : 'refused'
  }
}
